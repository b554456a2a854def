#pragma once

#include "core/view/form.hpp"
#include "core/view/thread.hpp"
#include "server/http/message.hpp"
#include "server/site/articles.hpp"

#include <optional>
#include <string>
#include <vector>

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
  /// True if the article takes no more replies, and the page says so.
  bool is_closed = false;
  /// True if the page shows one branch alone, so that it leads to the whole thread.
  bool is_branch = false;
  /// True if the page says that a reply was sent which waits for approval.
  bool says_waiting = false;
  /// The id of the reply that the form answers; empty if it answers the article.
  std::string parent = {};
  /// The form. There is none if replies are closed.
  std::optional<view::Form> form = std::nullopt;
};

/// Makes the page's form one that answers the reply with that id, if it is among these.
void answer(const std::string& parent, const std::vector<reply::Reply>&, RepliesPage&);

http::Response response_of(const RepliesPage&, unsigned status);

} // namespace broadside::server::api
