#pragma once

#include "publish/pages/markup.hpp"

#include <string>

namespace broadside::publish {

/// Any page of a publisher's site.
struct Page {
  /// A well-formed language tag.
  std::string language;
  std::string title;
  /// Left out where empty.
  std::string description;
  /// The way from the page's folder to the site's: "../../", or empty.
  std::string root;
  /// What more stands in `<head>`, in lines.
  Markup head;
  Markup header, main;
  /// Left out where empty.
  std::string license;
};

/// The whole page, as HTML.
std::string html_of(const Page&);

} // namespace broadside::publish
