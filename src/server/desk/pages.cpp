#include "server/desk/pages.hpp"

namespace broadside::server::desk {

namespace {

std::string own_page(std::string_view title, std::string_view text) {
  std::string page = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>";
  page.append(title).append("</title>\n</head>\n<body>\n<main>\n<h1>").append(title).append("</h1>\n<p>");
  return page.append(text).append("</p>\n</main>\n</body>\n</html>\n");
}

} // namespace

std::string_view script() {
#define EMBEDDED(name, text) text
  return
#include "embedded/desk_script.def"
      ;
#undef EMBEDDED
}

std::string with_script(std::string page, std::string_view site) {
  std::string tag = "<script async src=\"";
  tag.append(own_folder).append("desk.js?site=").append(site).append("\"></script>\n");
  const auto end_of_head = page.find("</head>");
  page.insert(end_of_head == std::string::npos ? page.size() : end_of_head, tag);
  return page;
}

std::string page_for_no_site() {
  return own_page("This site has not been built yet",
                  "The panel below names what has to be mended first. This page changes by itself once that is done.");
}

std::string page_for_no_page() {
  return own_page("There is no such page", "<a href=\"/\">The list of articles</a> leads to all pages of this site.");
}

} // namespace broadside::server::desk
