#include "server/desk/desk_service.hpp"

#include <chrono>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/url/parse.hpp>
#include <boost/url/url_view.hpp>

#include "server/desk/media_type.hpp"
#include "server/desk/pages.hpp"

namespace asio = boost::asio;
namespace urls = boost::urls;

namespace broadside::server::desk {

namespace {

using http::Request;
using http::Response;

constexpr std::string_view own_policy = "default-src 'none'; script-src 'self'; connect-src 'self'";

Response plain(unsigned status, std::string_view text) {
  return {status, {{"Content-Type", "text/plain; charset=utf-8"}}, std::string(text) + "\n"};
}

Response moved_to(unsigned status, const std::string& address) {
  auto response = plain(status, "This is at another address.");
  response.fields.push_back({"Location", address});
  return response;
}

// Returns whether the name is that of this machine for itself, with any port.
bool is_loopback(std::string_view host) {
  for (const std::string_view name : {"localhost", "127.0.0.1", "[::1]"})
    if (host == name || (host.starts_with(name) && host[name.size()] == ':'))
      return true;
  return false;
}

// Pages of other programs on this machine may show the articles, as any site may later; other sites may not read what
// is not published yet.
void share_with_this_machine(const Request& request, Response& response) {
  const std::string_view origin = request.field("Origin");
  const auto host = origin.find("://");
  if (host == std::string_view::npos || !is_loopback(origin.substr(host + 3)))
    return;
  response.fields.push_back({"Access-Control-Allow-Origin", std::string(origin)});
  response.fields.push_back({"Vary", "Origin"});
}

} // namespace

DeskService::DeskService(const asio::any_io_executor& executor)
    : run_(std::to_string(std::chrono::system_clock::now().time_since_epoch().count())),
      changed_(executor, asio::steady_timer::time_point::max()) {}

void DeskService::show(Shown shown) {
  ++shows_;
  sites_ += shown.is_new ? 1 : 0;
  shown_ = std::move(shown);
  changed_.cancel();
}

void DeskService::stop() {
  is_stopping_ = true;
  changed_.cancel();
}

asio::awaitable<Response> DeskService::answer(const Request& request) {
  const auto url = urls::parse_origin_form(request.target);
  const std::string_view host = request.field("Host");
  Response response;
  if (request.method != "GET" && request.method != "HEAD")
    response = plain(405, "Only GET and HEAD are answered here.");
  else if (!url)
    response = plain(400, "This is not an address.");
  // A name of another site that leads to this machine would let that site's pages read all that is here.
  else if (!is_loopback(host))
    response = plain(421, "This server answers at http://" + host_ + "/ only.");
  else if (host != host_)
    response = moved_to(307, "http://" + host_ + request.target);
  else if (url->encoded_path() == std::string(own_folder) + "changes")
    response = co_await changes(std::string(url->encoded_query()));
  else
    response = page_or_file(url->path(), std::string(url->encoded_path()));
  share_with_this_machine(request, response);
  response.fields.push_back({"Cache-Control", "no-store"});
  response.fields.push_back({"Cross-Origin-Resource-Policy", "same-site"});
  response.fields.push_back({"X-Content-Type-Options", "nosniff"});
  co_return response;
}

Response DeskService::refuse(const http::Refusal& refusal, const Request& /*request*/) {
  return plain(refusal.status, refusal.detail);
}

asio::awaitable<Response> DeskService::changes(std::string seen) {
  while (seen == state() && !is_stopping_)
    co_await changed_.async_wait(asio::as_tuple(asio::use_awaitable));
  co_return Response{200,
                     {{"Content-Type", "application/json"}},
                     R"({"state": ")" + state() + R"(", "site": ")" + site() + R"(", "found": )" + shown_.found +
                         "}\n"};
}

Response DeskService::page_or_file(const std::string& path, const std::string& encoded_path) const {
  if (path == std::string(own_folder) + "desk.js")
    return {200, {{"Content-Type", std::string(media_type_of(path))}}, std::string(script())};
  if (!shown_.read)
    return page(503, page_for_no_site());
  std::string name = path.substr(1);
  if (path.ends_with('/'))
    name += "index.html";
  if (auto bytes = shown_.read(name)) {
    if (name.ends_with(".html"))
      return page(200, std::move(*bytes));
    return {200,
            {{"Content-Type", std::string(media_type_of(name))}, {"Content-Security-Policy", shown_.policy}},
            std::move(*bytes)};
  }
  if (shown_.read(name + "/index.html"))
    return moved_to(301, encoded_path + "/");
  return page(404, page_for_no_page());
}

Response DeskService::page(unsigned status, std::string html) const {
  return {status,
          {{"Content-Type", "text/html; charset=utf-8"},
           {"Content-Security-Policy", shown_.policy.empty() ? std::string(own_policy) : shown_.policy}},
          with_script(std::move(html), site())};
}

} // namespace broadside::server::desk
