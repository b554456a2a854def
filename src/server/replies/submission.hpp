#pragma once

#include "core/reply/reply.hpp"
#include "server/replies/key.hpp"

#include <boost/asio/ip/address.hpp>

#include <optional>
#include <string>

namespace broadside::server::replies {

/// A reply as it was sent, before it is validated.
struct Submission {
  reply::Draft draft;
  /// Nothing if none was sent. Then a reply with the same name and text within some minutes is the same reply, whoever
  /// sends it: see store::NewReply.
  std::optional<Key> key = std::nullopt;
  /// The language of the text under which it was written, as it was sent. It counts only if the article has it.
  std::string language = {};
  /// The id of the reply that it answers; empty if it answers the article.
  std::string parent = {};
  /// The address of the client, as far as it is known. It is neither kept nor logged.
  boost::asio::ip::address client = {};
};

} // namespace broadside::server::replies
