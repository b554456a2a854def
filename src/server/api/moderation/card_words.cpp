#include "server/api/moderation/card_words.hpp"

#include "core/language/date.hpp"
#include "messages/built_in_messages.hpp"

#include <utility>

namespace broadside::server::api {

namespace {

using reply::State;

constexpr std::string_view by_moderator = "moderator ";

std::string words_for_actor(std::string_view actor) {
  if (actor.starts_with(by_moderator))
    return std::string(actor.substr(by_moderator.size()));
  return actor == "writer" ? "its writer" : "the operator";
}

} // namespace

std::string_view queue_name(State state) {
  switch (state) {
  case State::waiting:
    return "Waiting";
  case State::published:
    return "Published";
  case State::spam:
    return "Spam";
  case State::deleted:
    return "Deleted";
  }
  return {};
}

std::string_view sentence_for_reason(std::string_view reason) {
  for (const auto& [word, sentence] : {
           std::pair<std::string_view, std::string_view>{"everybody", "All replies wait for approval."},
           {"first-timers", "This sender has no published reply yet."},
           {"links", "It has several links."},
           {"words", "It has a word of the list."},
           {"rate", "Many replies came from its network."},
           {"blocked", "This sender is blocked."},
           {"writer", "Its writer has deleted it."},
           {"moderator", "A moderator has decided so."},
           {"dismissed", "A moderator has dismissed reports of it."},
           {"legal", "A moderator has decided so for a legal reason."},
       })
    if (word == reason)
      return sentence;
  return "No rule holds it back.";
}

std::string_view sentence_for_complaint(std::string_view complaint) {
  for (const auto& [word, sentence] : {
           std::pair<std::string_view, std::string_view>{"spam", "Spam or advertising."},
           {"abuse", "Insults, threatens or harasses somebody."},
           {"private", "Tells private facts about somebody."},
           {"illegal", "Breaks the law."},
       })
    if (word == complaint)
      return sentence;
  return "Something else.";
}

std::string words_for(const store::StateCounts& counts) {
  std::string words;
  for (const auto& [word, state] : reply::state_words)
    if (counts[state] > 0)
      words.append(words.empty() ? "" : ", ").append(std::to_string(counts[state])).append(" ").append(word);
  return words;
}

std::string words_for(const store::AuditEntry& entry) {
  std::string words = entry.is_edited ? "edited" : "";
  if (entry.before != entry.after)
    words.append(words.empty() ? "" : ", ")
        .append("from ")
        .append(word_for(reply::state_words, entry.before))
        .append(" to ")
        .append(word_for(reply::state_words, entry.after));
  if (words.empty())
    words = entry.reason == "dismissed" ? "reports dismissed" : "left as it was";
  return words.append(" by ").append(words_for_actor(entry.actor)).append(entry.why.empty() ? "" : ": " + entry.why);
}

std::string words_for(const store::Closing& closing) {
  return std::string(closing.closes ? "closed" : "opened") + " by " + words_for_actor(closing.actor) +
         (closing.why.empty() ? "" : ": " + closing.why);
}

std::string words_for_time(const std::string& time) {
  const auto date = language::parse_date(time);
  return date ? language::format_date_time(*date, language::built_in_messages("en"), 0) : time;
}

std::string number_of_replies(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " reply" : " replies");
}

std::string number_of_reports(std::size_t count) {
  return std::to_string(count) + (count == 1 ? " report" : " reports");
}

} // namespace broadside::server::api
