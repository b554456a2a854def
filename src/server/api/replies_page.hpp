#pragma once

#include "core/view/form.hpp"
#include "core/view/thread.hpp"
#include "server/http/message.hpp"
#include "server/site/articles.hpp"

#include <optional>
#include <string>

namespace broadside::server::api {

/// The contents of a page with an article's replies, for readers without script.
struct RepliesPage {
  const ArticleInfo& article;
  /// The language that the request asks for. The words fall back as language::built_in_messages says.
  std::string language;
  /// The thread. A page that only gives a form back to its writer has none.
  std::optional<view::Thread> thread = std::nullopt;
  /// The address of the thread's next page, or empty if there is none.
  std::string next = {};
  /// The form. There is none if replies are closed.
  std::optional<view::Form> form = std::nullopt;
};

http::Response response_of(const RepliesPage&, unsigned status);

} // namespace broadside::server::api
