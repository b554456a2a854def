#pragma once

#include "core/words.hpp"
#include "server/replies/rejection.hpp"
#include "server/site/articles.hpp"
#include "server/spam/rate.hpp"
#include "server/store/records.hpp"

#include <boost/asio/ip/address.hpp>
#include <tl/expected.hpp>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>

namespace broadside::server::replies {

/// The reasons for which a reader reports a reply.
enum class Complaint : std::uint8_t { spam, abuse, private_data, illegal, other };

constexpr Words<Complaint, 5> complaint_words = {{{"spam", Complaint::spam},
                                                  {"abuse", Complaint::abuse},
                                                  {"private", Complaint::private_data},
                                                  {"illegal", Complaint::illegal},
                                                  {"other", Complaint::other}}};

/// The characters that a reader may write about a report.
constexpr std::size_t longest_note = 1'000;

/// A report as it was sent.
struct ReportSubmission {
  /// The reply's id.
  std::string reply;
  Complaint complaint = Complaint::other;
  std::string note = {};
  /// The address of the client, as far as it is known. Only its network is kept.
  boost::asio::ip::address client = {};
};

/// Takes readers' reports. They hide nothing by themselves: a moderator decides. It knows nothing of HTTP. Calls block,
/// and may come from several threads.
class Reports {
public:
  /// A network may report so many replies in ten minutes.
  static constexpr int most_from_network = 20;

  struct Parts {
    store::Records& records;
    std::function<std::string()> clock;
    spam::Rate::Clock steady_clock = std::chrono::steady_clock::now;
  };
  explicit Reports(Parts parts) : parts_(std::move(parts)), rate_(most_from_network, parts_.steady_clock) {}

  /// Keeps a report. A second one of the same reply from the same network changes nothing, and the answer does not
  /// tell. Rejections: note_too_long, too_many, unknown_reply, unavailable.
  tl::expected<void, Rejection> take(const ArticleInfo&, const ReportSubmission&);

private:
  Parts parts_;
  spam::Rate rate_;
};

} // namespace broadside::server::replies
