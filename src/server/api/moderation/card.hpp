#pragma once

#include "pages/markup.hpp"
#include "server/api/moderation/guard.hpp"
#include "server/moderation/decisions.hpp"

#include <optional>
#include <string>

namespace broadside::server::api {

/// A reply as a moderators' page shows it, with a form for what can be done.
struct CardView {
  const store::Card& card;
  /// The title of the article, and the address at which the published reply is read.
  std::string article_title, reply_address;
  /// The address of the queue with the article's replies alone.
  std::string article_queue;
  /// The moderator; a reader has no form.
  const SignedIn& moderator;
  /// The address to which the form is sent, and the paths of the page to which it leads back: to a place on it.
  std::string action;
  std::string back, next = {};
  /// The text of an edit that was not accepted, and a sentence that says why.
  std::optional<std::string> typed = std::nullopt;
  std::string problem = {};
};

pages::Markup card_of(const CardView&);

/// Returns the name and the version of a reply, as forms send them, and reads them again: "k3v9…~7".
std::string target_of(const store::Card&);
std::optional<store::Decision::Target> target_in(const std::string&);

} // namespace broadside::server::api
