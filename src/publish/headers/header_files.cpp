#include "publish/headers/header_files.hpp"

#include "core/article/signature.hpp"
#include "publish/headers/policy.hpp"
#include "publish/source/addresses.hpp"
#include "publish/source/loader_folder.hpp"

#include <utility>

namespace broadside::publish {
namespace {

// The name of a file of the loader changes with its content.
constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
// Pages, articles, feeds and the style sheet change when the publisher builds again.
constexpr std::string_view briefly = "public, max-age=60";
// Pictures and other files keep their names, but seldom change.
constexpr std::string_view for_an_hour = "public, max-age=3600";

// The second policy of embed.html, which any site may show in a frame. It forbids nothing, but where there is a policy
// on frames, browsers ignore an X-Frame-Options that the publisher's server sends with all pages.
constexpr std::string_view framed_by_all = "frame-ancestors *";

using Headers = std::vector<std::pair<std::string_view, std::string>>;

// The headers that every file is sent with. The site is public, so any page may read it and show its pictures, also a
// page that is isolated from other origins. The policy governs pages and pictures that are opened by themselves;
// elsewhere it does nothing.
Headers headers_of_all(const Settings& settings) {
  return {{"Access-Control-Allow-Origin", "*"},
          {"Cross-Origin-Resource-Policy", "cross-origin"},
          {"X-Content-Type-Options", "nosniff"},
          {"Content-Security-Policy", content_security_policy(settings)}};
}

std::string line(std::initializer_list<std::string_view> parts) {
  std::string text;
  for (const std::string_view part : parts)
    text += part;
  return text += '\n';
}

// Both services apply every rule whose address matches, and join the values of a header that several of them name. So
// no header is named for two addresses of which one holds the other, except for the policy, which may be a list.
// Without a rule they have browsers ask whether a file has changed.
std::string for_cloudflare_and_netlify(const Settings& settings) {
  const std::string root = site_path(settings);
  std::string text = line({root, "*"});
  for (const auto& [name, value] : headers_of_all(settings))
    text += line({"  ", name, ": ", value});
  text += line({root, loaders_folder, "/*"}) + line({"  Cache-Control: ", for_ever});
  // An article and its signature have to change together.
  for (const char* name : {"article.json", article::signature_file})
    text += line({root, "*/", name}) + line({"  Cache-Control: ", briefly});
  return text += line({root, "*/embed.html"}) + line({"  Content-Security-Policy: ", framed_by_all});
}

// A regular expression that matches nothing but the text.
std::string quoted_for_regex(std::string_view text) {
  std::string quoted;
  for (const char c : text) {
    if (std::string_view(".+*?()[]{}|^$\\").find(c) != std::string_view::npos)
      quoted += '\\';
    quoted += c;
  }
  return quoted;
}

std::string for_nginx(const Settings& settings) {
  const std::string root = quoted_for_regex(site_path(settings));
  std::string text =
      "# The headers of this site. Include this file in its server block:\n"
      "#   include /srv/site/_headers.nginx;\n"
      "# A location with add_header of its own drops those around it, and has to include this file again.\n";
  text += line({"set $broadside_cache \"", for_an_hour, "\";"});
  text += line({"if ($uri ~ \"(/|\\.html|\\.json|\\.css|\\.xml|/robots\\.txt)$\") {"});
  text += line({"  set $broadside_cache \"", briefly, "\";"}) + "}\n";
  text += line({"if ($uri ~ \"^", root, loaders_folder, "/\") {"});
  text += line({"  set $broadside_cache \"", for_ever, "\";"}) + "}\n";
  text += "set $broadside_frames \"\";\n";
  text += line({"if ($uri ~ \"/embed\\.html$\") {\n  set $broadside_frames \"", framed_by_all, "\";\n}"});
  // An error is not kept, but other sites may read it.
  text += "add_header Cache-Control $broadside_cache;\n";
  for (const auto& [name, value] : headers_of_all(settings))
    text += line({"add_header ", name, " \"", value, "\" always;"});
  // A header without a value is not sent.
  return text += "add_header Content-Security-Policy $broadside_frames always;\n";
}

std::string for_caddy(const Settings& settings) {
  const std::string loaders = site_path(settings) + loaders_folder + "/*";
  std::string text = "# The headers of this site. Import this file in its block, behind its root:\n"
                     "#   import /srv/site/_headers.caddy\n"
                     "header {\n";
  for (const auto& [name, value] : headers_of_all(settings))
    text += line({"  ", name, " \"", value, "\""});
  text += "}\n";
  // An error is not kept, so each of these has to be a file.
  text += line({"@broadside_loaders {\n  file\n  path ", loaders, "\n}"});
  text += line({"@broadside_pages {\n  file {path} {path}/index.html\n  path */ *.html *.json *.css *.xml "
                "*/robots.txt\n  not path ",
                loaders, "\n}"});
  text += line({"@broadside_others {\n  file\n  not path */ *.html *.json *.css *.xml */robots.txt ", loaders, "\n}"});
  text += line({"header @broadside_loaders Cache-Control \"", for_ever, "\""});
  text += line({"header @broadside_pages Cache-Control \"", briefly, "\""});
  text += line({"header @broadside_others Cache-Control \"", for_an_hour, "\""});
  text += "@broadside_frames path */embed.html\n";
  // Caddy sets the headers of a narrower path first, so that one which adds to those of all has to wait.
  return text += line({"header @broadside_frames {\n  +Content-Security-Policy \"", framed_by_all, "\"\n  defer\n}"});
}

} // namespace

std::vector<SiteFile> header_files(const Settings& settings) {
  return {{"_headers", for_cloudflare_and_netlify(settings)},
          {"_headers.nginx", for_nginx(settings)},
          {"_headers.caddy", for_caddy(settings)}};
}

} // namespace broadside::publish
