#include "server/api/moderation/style.hpp"

#include "pages/style_sheet.hpp"

namespace broadside::server::api {

namespace {

http::Response file_of(std::string_view type, std::string text) {
  return {200, {{"Content-Type", std::string(type)}, {"Cache-Control", "max-age=300"}}, std::move(text)};
}

} // namespace

boost::asio::awaitable<http::Response> answer_moderation_style(Services&, const Call&) {
  co_return file_of("text/css; charset=utf-8", std::string(pages::style_sheet()).append(pages::moderation_style()));
}

boost::asio::awaitable<http::Response> answer_moderation_keys(Services&, const Call&) {
  co_return file_of("text/javascript; charset=utf-8", std::string(pages::moderation_keys()));
}

} // namespace broadside::server::api
