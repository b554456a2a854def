#include "server/api/article.hpp"

#include "server/api/services.hpp"

namespace broadside::server::api {

tl::expected<std::shared_ptr<const ArticleInfo>, Problem> article_of(Services& services, const Call& call) {
  return services.replies.article(call.path["id"]).map_error(problem_of);
}

std::string language_of(const Call& call, const ArticleInfo& article) {
  return article.in(call.query["language"]).language;
}

} // namespace broadside::server::api
