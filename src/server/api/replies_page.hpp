#pragma once

#include "core/view/form.hpp"
#include "core/view/thread.hpp"
#include "server/http/message.hpp"
#include "server/site/articles.hpp"

#include <optional>
#include <string>

namespace broadside::server::api {

/// What a page about an article's replies shows, for readers without script.
struct RepliesPage {
  const ArticleInfo& article;
  /// The one asked for; words fall back as language::built_in_messages does.
  std::string language;
  /// Nothing on a page that only gives a form back to its writer.
  std::optional<view::Thread> thread = std::nullopt;
  /// Where the thread goes on; empty where it does not.
  std::string next = {};
  /// Nothing where replies are closed.
  std::optional<view::Form> form = std::nullopt;
};

http::Response response_of(const RepliesPage&, unsigned status);

} // namespace broadside::server::api
