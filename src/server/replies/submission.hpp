#pragma once

#include "core/reply/reply.hpp"
#include "server/replies/key.hpp"

#include <boost/asio/ip/address.hpp>

#include <optional>
#include <string>

namespace broadside::server::replies {

/// A reply as it was sent, not yet judged.
struct Submission {
  reply::Draft draft;
  /// Nothing where none was sent. Then the same name and text within some minutes are the same reply, whoever sends
  /// them: see store::NewReply.
  std::optional<Key> key = std::nullopt;
  /// The language of the text under which it was written, if it is one of the article's; whatever was sent.
  std::string language = {};
  /// Who sent it, as far as that is known. It is neither kept nor logged.
  boost::asio::ip::address client = {};
};

} // namespace broadside::server::replies
