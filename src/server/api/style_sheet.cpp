#include "server/api/style_sheet.hpp"

#include "server/api/paths.hpp"
#include "server/api/problem.hpp"
#include "server/api/services.hpp"
#include "server/site/site_file.hpp"

namespace broadside::server::api {

boost::asio::awaitable<http::Response> answer_style_sheet(Services& services, const Call&) {
  // The site has the file under the same name.
  auto file = read_site_file(services.site / path::style_sheet.substr(1));
  if (!file && file.error() == std::errc::no_such_file_or_directory)
    co_return response_of(Problem{ProblemType::not_found, "The site has no broadside.css."});
  if (!file)
    co_return response_of(Problem{ProblemType::unavailable, "The site's broadside.css cannot be read at the moment."});
  co_return http::Response{
      200, {{"Content-Type", "text/css; charset=utf-8"}, {"Cache-Control", "max-age=300"}}, std::move(file->text)};
}

} // namespace broadside::server::api
