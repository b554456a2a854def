#include "core/html/content_model.hpp"

namespace broadside::html {

bool closes_paragraph(Element element) {
  switch (element) {
  case Element::article:
  case Element::aside:
  case Element::blockquote:
  case Element::dd:
  case Element::details:
  case Element::div:
  case Element::dl:
  case Element::dt:
  case Element::figcaption:
  case Element::figure:
  case Element::header:
  case Element::hr:
  case Element::li:
  case Element::nav:
  case Element::ol:
  case Element::p:
  case Element::pre:
  case Element::section:
  case Element::summary:
  case Element::table:
  case Element::ul:
    return true;
  default:
    return is_heading(element);
  }
}

bool is_heading(Element element) {
  switch (element) {
  case Element::h1:
  case Element::h2:
  case Element::h3:
  case Element::h4:
  case Element::h5:
  case Element::h6:
    return true;
  default:
    return false;
  }
}

bool is_cell(Element element) {
  return element == Element::td || element == Element::th || element == Element::caption;
}

bool is_table_structure(Element element) {
  switch (element) {
  case Element::table:
  case Element::tbody:
  case Element::tfoot:
  case Element::thead:
  case Element::tr:
    return true;
  default:
    return false;
  }
}

bool needs_parent(Element element) {
  switch (element) {
  case Element::dd:
  case Element::dt:
  case Element::li:
  case Element::rp:
  case Element::rt:
    return true;
  default:
    return is_cell(element) || (is_table_structure(element) && element != Element::table);
  }
}

bool is_parent_of(Element parent, Element child) {
  switch (child) {
  case Element::li:
    return parent == Element::ol || parent == Element::ul;
  case Element::dd:
  case Element::dt:
    return parent == Element::dl;
  case Element::rp:
  case Element::rt:
    return parent == Element::ruby;
  case Element::caption:
  case Element::tbody:
  case Element::tfoot:
  case Element::thead:
    return parent == Element::table;
  case Element::tr:
    return parent == Element::tbody || parent == Element::tfoot || parent == Element::thead;
  case Element::td:
  case Element::th:
    return parent == Element::tr;
  default:
    return true;
  }
}

std::optional<Element> implied_parent(Element element) {
  if (element == Element::td || element == Element::th)
    return Element::tr;
  if (element == Element::tr)
    return Element::tbody;
  return std::nullopt;
}

} // namespace broadside::html
