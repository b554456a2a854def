#include "server/api/readers_page.hpp"

namespace broadside::server::api {

http::Response readers_page(const pages::Page& page, unsigned status) {
  auto head = pages::Markup::fill(R"(<meta name="robots" content="noindex">
)",
                                  {});
  head += page.head;
  auto whole = page;
  whole.head = head;
  return {status,
          {{"Content-Type", "text/html; charset=utf-8"},
           {"Content-Security-Policy", "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
                                       "frame-ancestors 'none'"},
           // "no-referrer" would not do: under it browsers send the form with the origin "null", which is refused.
           {"Referrer-Policy", "same-origin"},
           // The page may hold what somebody has typed.
           {"Cache-Control", "no-store"}},
          pages::html_of(whole)};
}

} // namespace broadside::server::api
