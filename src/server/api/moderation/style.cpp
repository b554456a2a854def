#include "server/api/moderation/style.hpp"

#include "pages/style_sheet.hpp"

namespace broadside::server::api {

boost::asio::awaitable<http::Response> answer_moderation_style(Services&, const Call&) {
  co_return http::Response{200,
                           {{"Content-Type", "text/css; charset=utf-8"}, {"Cache-Control", "max-age=300"}},
                           std::string(pages::style_sheet()).append(pages::moderation_style())};
}

} // namespace broadside::server::api
