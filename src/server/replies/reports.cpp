#include "server/replies/reports.hpp"

#include "core/utf8.hpp"
#include "server/spam/network_name.hpp"

namespace broadside::server::replies {

namespace {

using Reason = Rejection::Reason;

tl::unexpected<Rejection> not_taken(Reason reason) { return tl::make_unexpected(Rejection{reason}); }

} // namespace

tl::expected<void, Rejection> Reports::take(const ArticleInfo& article, const ReportSubmission& sent) {
  if (code_points(sent.note) > longest_note)
    return not_taken(Reason::note_too_long);
  if (rate_.count(sent.client) != spam::Pace::usual)
    return not_taken(Reason::too_many);
  const auto kept = parts_.records.report({.article = article.id,
                                           .reply = sent.reply,
                                           .complaint = std::string(word_for(complaint_words, sent.complaint)),
                                           .note = sent.note,
                                           .network = spam::network_name(sent.client),
                                           .time = parts_.clock()});
  if (!kept)
    return not_taken(Reason::unavailable);
  if (!*kept)
    return not_taken(Reason::unknown_reply);
  return {};
}

} // namespace broadside::server::replies
