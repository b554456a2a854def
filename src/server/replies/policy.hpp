#pragma once

#include "core/reply/state.hpp"
#include "core/words.hpp"
#include "server/spam/rate.hpp"
#include "server/spam/word_list.hpp"
#include "server/store/queue.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace broadside::server::replies {

/// Whose replies wait for a moderator's approval.
enum class Hold : std::uint8_t {
  nobody,
  first_timers, // those of writers of whom no reply is published
  everybody,
};

constexpr Words<Hold, 3> hold_words = {
    {{"nobody", Hold::nobody}, {"first-timers", Hold::first_timers}, {"everybody", Hold::everybody}}};

/// The operator's rules for new and edited replies.
struct Policy {
  Hold hold = Hold::nobody;
  /// A reply with so many links waits; 0 stands for no such rule.
  int hold_links = 0;
  /// An article takes no more replies so many days after its publication; 0 stands for no such rule.
  int close_after_days = 0;
  /// More replies than that from one network in ten minutes wait, and ten times as many are refused; 0 stands for no
  /// such rule. See spam::Rate.
  int hold_rate = 30;
  /// A reply with one of these words waits.
  spam::WordList hold_words = {};
};

/// The state that a reply gets, and a word for the rule by which it does: "policy", "everybody", "first-timers",
/// "words", "links", "rate", "blocked", and for what people decide "writer" or "moderator".
struct Verdict {
  reply::State state;
  std::string_view reason;
};

/// The facts about a valid reply that count.
struct Judged {
  std::string_view text;
  /// The other fields in which words may stand.
  std::string_view rest = {};
  store::Sender sender = {};
  spam::Pace pace = spam::Pace::usual;
};

Verdict judge(const Policy&, const Judged&);

/// Returns whether an article that was published on that date (2026-03-01, or with a time) takes no more replies at
/// that time. One without a date always takes them.
bool is_over(const Policy&, std::string_view published, const std::string& time);

} // namespace broadside::server::replies
