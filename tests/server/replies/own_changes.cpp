#include "server/replies/service.hpp"

#include "support/audit.hpp"
#include "support/service_fixture.hpp"

#include <catch2/catch.hpp>

#include <soci/soci.h>

using namespace broadside;
using namespace broadside::server;
using namespace broadside::server::replies;
using namespace broadside::test;
using namespace std::string_literals;
using moderation::Action;
using Reason = Rejection::Reason;

TEST_CASE("A writer edits and deletes their own reply for fifteen minutes, and nobody else does") {
  ServiceFixture fixture;
  const auto kept = fixture.submit(with_key("0123456789abcdef", "Frist.")).value();
  REQUIRE_FALSE(kept.token.empty());
  // A client with the key gets the token again, since the first answer may have been lost.
  CHECK(fixture.submit(with_key("0123456789abcdef", "Frist.")).value().token == kept.token);
  CHECK(fixture.submit(from_ada("Without a key.")).value().token.empty());

  auto stranger = kept;
  for (const std::string& token :
       {""s, "x"s, kept.token + "x", kept.token.substr(1), std::string(kept.token.size(), '0')}) {
    stranger.token = token;
    CHECK(reason_of(fixture.edit(stranger, "Mine.")) == Reason::not_changeable);
    CHECK(reason_of(fixture.remove(stranger)) == Reason::not_changeable);
  }
  stranger = kept;
  stranger.reply.id = "00000000000000000000";
  CHECK(reason_of(fixture.remove(stranger)) == Reason::not_changeable);

  fixture.now = "2026-03-01T14:45:00Z";
  CHECK(fixture.edit(kept, "First.").value().reply.text == "First.");
  CHECK(reason_of(fixture.edit(kept, " ")) == Reason::invalid);
  CHECK(fixture.texts() == std::vector<std::string>{"First.", "Without a key."});
  fixture.now = "2026-03-01T14:45:01Z";
  CHECK(reason_of(fixture.edit(kept, "Late.")) == Reason::not_changeable);
  CHECK(reason_of(fixture.remove(kept)) == Reason::not_changeable);

  fixture.now = "2026-03-01T14:40:00Z";
  CHECK(fixture.remove(kept).value().reply.state == reply::State::deleted);
  CHECK(reason_of(fixture.edit(kept, "Back.")) == Reason::not_changeable);
  CHECK(fixture.texts() == std::vector<std::string>{"Without a key."});
  CHECK(audit_in(fixture.database()) ==
        "writer: published > published, edited (policy)\nwriter: published > deleted (writer)\n");
  soci::session sql;
  open(sql, fixture.database());
  std::string left;
  sql << "SELECT name || email || website || text FROM replies WHERE id = :id", soci::into(left),
      soci::use(kept.reply.id);
  CHECK(left.empty());
  // The same words may be sent anew.
  CHECK(fixture.submit(from_ada("First.")).value().is_new);
}

TEST_CASE("An edit is judged anew, and frees no spam") {
  ServiceFixture fixture({.hold_links = 2});
  const auto kept = fixture.submit(with_key("0123456789abcdef", "Harmless.")).value();
  CHECK(kept.reply.state == reply::State::published);
  const auto links = "https://a.example https://b.example";
  CHECK(fixture.edit(kept, links).value().reply.state == reply::State::waiting);
  CHECK(fixture.texts().empty());
  CHECK(fixture.edit(kept, "Harmless again.").value().reply.state == reply::State::published);
  CHECK(fixture.texts() == std::vector<std::string>{"Harmless again."});

  fixture.decide(kept, Action::spam);
  // Its writer is not told.
  CHECK(fixture.edit(kept, "Please.").value().reply.state == reply::State::waiting);
  CHECK(fixture.texts().empty());
}
