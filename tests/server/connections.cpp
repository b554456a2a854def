#include "server/http/connections.hpp"
#include "server/http/response_writer.hpp"

#include <catch2/catch.hpp>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

#include <list>

using namespace broadside::server::http;

namespace {

class FakeConnection final : public Connection {
public:
  void hang_up() override { is_open = false; }
  bool is_open = true;
};

std::optional<AddressRange> block(const std::string& address) {
  return AddressRange::block_of(boost::asio::ip::make_address(address));
}

/// Connections to a server that does not run.
struct Fixture {
  explicit Fixture(std::size_t places, std::size_t blocks = 1, std::size_t held_bytes = 1'000) {
    limits.connections = places;
    limits.blocks = blocks;
    limits.held_bytes = held_bytes;
  }
  ~Fixture() {
    for (auto& one : all)
      connections.leave(one);
  }

  FakeConnection& connect(Phase phase, const std::optional<AddressRange>& from = std::nullopt) {
    REQUIRE(connections.make_room(from) == Connections::Admission::admitted);
    auto& connection = all.emplace_back();
    connections.enter(connection, from);
    connections.proceed(connection, phase);
    return connection;
  }

  std::string open() const {
    std::string text;
    for (const auto& one : all)
      text += one.is_open ? '1' : '0';
    return text;
  }

  Limits limits;
  boost::asio::io_context io;
  Connections connections{io.get_executor(), limits};
  std::list<FakeConnection> all;
};

} // namespace

TEST_CASE("Each new connection closes one other: the one that has rested for the longest") {
  Fixture fixture(3);
  auto& first = fixture.connect(Phase::resting);
  fixture.connect(Phase::head);
  fixture.connect(Phase::resting);
  fixture.connections.proceed(first, Phase::resting); // after another answer
  fixture.connect(Phase::starting);
  CHECK(fixture.open() == "1101");
  fixture.connect(Phase::starting);
  CHECK(fixture.open() == "01011");
  CHECK(fixture.connections.count() == 3);
}

TEST_CASE("If none rests, the connection that has made no progress for the longest is closed, whatever its phase") {
  const auto phase = GENERATE(Phase::starting, Phase::head, Phase::body, Phase::writing);
  Fixture fixture(3);
  fixture.connect(Phase::answering);
  auto& active = fixture.connect(Phase::writing);
  fixture.connect(phase);
  fixture.connections.proceed(active, Phase::writing);
  fixture.connect(Phase::starting);
  CHECK(fixture.open() == "1101");
}

TEST_CASE("A connection that is being answered is never closed for another, which has to wait") {
  Fixture fixture(2);
  fixture.connect(Phase::answering);
  auto& second = fixture.connect(Phase::answering);
  CHECK(fixture.connections.make_room(std::nullopt) == Connections::Admission::not_yet);
  fixture.connections.proceed(second, Phase::writing);
  CHECK(fixture.connections.make_room(std::nullopt) == Connections::Admission::admitted);
  CHECK(fixture.open() == "10");
}

TEST_CASE("A block of addresses that has its share makes room only within its own connections") {
  Fixture fixture(8, 4);
  fixture.connect(Phase::resting, block("198.51.100.1"));
  fixture.connect(Phase::resting, block("192.0.2.1"));
  fixture.connect(Phase::body, block("192.0.2.255"));
  fixture.connect(Phase::starting, block("192.0.2.7"));
  CHECK(fixture.open() == "1011");
  for (int i = 0; i < 2; ++i)
    fixture.connect(Phase::answering, block("192.0.2.7"));
  CHECK(fixture.open() == "100011");
  CHECK(fixture.connections.make_room(block("192.0.2.9")) == Connections::Admission::refused);
  fixture.connect(Phase::resting, block("192.0.3.1"));
  for (int i = 0; i < 5; ++i)
    fixture.connect(Phase::resting); // it belongs to no block, so any number may come
  CHECK(fixture.connections.count() == 8);
}

TEST_CASE("An IPv6 block is that of one household, and an IPv4 address in its IPv6 form is the same") {
  CHECK(block("2001:db8:1:2ff::1") == block("2001:db8:1:200:ffff::"));
  CHECK(block("2001:db8:1:300::1") != block("2001:db8:1:200::1"));
  CHECK(block("::ffff:192.0.2.1") == block("192.0.2.200"));
  CHECK(block("192.0.3.1") != block("192.0.2.1"));
}

TEST_CASE("If too many bytes are kept, the connections without progress for the longest are closed") {
  Fixture fixture(10, 1, 1'000);
  auto& first = fixture.connect(Phase::writing);
  auto& second = fixture.connect(Phase::body);
  auto& third = fixture.connect(Phase::answering);
  auto& fourth = fixture.connect(Phase::writing);
  fixture.connections.hold(first, 400);
  fixture.connections.hold(second, 300);
  fixture.connections.hold(third, 200);
  fixture.connections.proceed(first, Phase::writing); // it has taken something
  fixture.connections.hold(fourth, 100);
  CHECK(fixture.open() == "1111");
  fixture.connections.hold(fourth, 350);
  CHECK(fixture.open() == "1011");
  fixture.connections.proceed(fourth, Phase::writing);
  fixture.connections.hold(fourth, 401);
  CHECK(fixture.open() == "0011");
  // It is the only one left that could be closed.
  fixture.connections.hold(fourth, 900);
  CHECK(fixture.open() == "0010");
}

TEST_CASE("A connection that was evicted no longer counts, whatever it still does") {
  Fixture fixture(1, 1, 1'000);
  auto& first = fixture.connect(Phase::writing, block("192.0.2.1"));
  fixture.connections.hold(first, 600);
  auto& second = fixture.connect(Phase::writing, block("198.51.100.1"));
  fixture.connections.hold(first, 900);
  fixture.connections.proceed(first, Phase::resting);
  fixture.connections.hold(second, 900);
  CHECK(fixture.open() == "01");
  CHECK(fixture.connections.count() == 1);
}

TEST_CASE("Stopping closes the connections without a request under way, and no others") {
  Fixture fixture(10);
  for (const auto phase : {Phase::starting, Phase::head, Phase::body, Phase::answering, Phase::writing, Phase::resting})
    fixture.connect(phase);
  fixture.connections.stop();
  CHECK(fixture.open() == "011110");
  fixture.connections.hang_up_all();
  CHECK(fixture.open() == "000000");
  CHECK(fixture.connections.count() == 0);
}

// Without the option, the last bytes of a long answer wait until the client has acknowledged those before, which Linux
// does 40 ms later. A test that measures the time would fail on a busy machine.
TEST_CASE("A connection sends its bytes at once") {
  namespace asio = boost::asio;
  Fixture fixture(1);
  asio::ip::tcp::acceptor acceptor(fixture.io, {asio::ip::address_v4::loopback(), 0});
  asio::ip::tcp::socket client(fixture.io);
  client.connect(acceptor.local_endpoint());
  auto& connection = fixture.connect(Phase::starting);
  Wire wire{boost::beast::tcp_stream(acceptor.accept()), connection, fixture.connections, fixture.limits};
  prepare_to_write(wire);
  asio::ip::tcp::no_delay at_once;
  wire.stream.socket().get_option(at_once);
  CHECK(at_once.value());
}
