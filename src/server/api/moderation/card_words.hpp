#pragma once

#include "server/moderation/decisions.hpp"

#include <string>
#include <string_view>

/// The words of the moderators' pages, which are in English.
namespace broadside::server::api {

/// Returns the name of a queue: "Waiting".
std::string_view queue_name(reply::State);

/// Returns why a reply has its state, as a sentence: "This sender has no published reply yet."
std::string_view sentence_for_reason(std::string_view reason);

/// Returns what a reader has reported, as a sentence, for a word of replies::complaint_words.
std::string_view sentence_for_complaint(std::string_view complaint);

/// Returns the numbers of a sender's replies: "2 published, 1 spam".
std::string words_for(const store::StateCounts&);

/// Returns what was done: "published by Grace", "edited by its writer".
std::string words_for(const store::AuditEntry&);
std::string words_for(const store::Closing&);

/// Returns the time as moderators read it: "1 March 2026 at 14:30 UTC".
std::string words_for_time(const std::string& time);

/// Returns "1 reply" or "3 replies".
std::string number_of_replies(std::size_t count);
std::string number_of_reports(std::size_t count);

} // namespace broadside::server::api
