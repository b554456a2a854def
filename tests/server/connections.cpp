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

  FakeConnection& come(Phase phase, const std::optional<AddressRange>& from = std::nullopt) {
    REQUIRE(connections.make_room(from) == Connections::Room::made);
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

TEST_CASE("Each newcomer costs one connection: that which rests for the longest") {
  Fixture fixture(3);
  auto& first = fixture.come(Phase::resting);
  fixture.come(Phase::head);
  fixture.come(Phase::resting);
  fixture.connections.proceed(first, Phase::resting); // after another answer
  fixture.come(Phase::starting);
  CHECK(fixture.open() == "1101");
  fixture.come(Phase::starting);
  CHECK(fixture.open() == "01011");
  CHECK(fixture.connections.count() == 3);
}

TEST_CASE("Where none rests, the one goes that has made no headway for the longest, whatever it is at") {
  const auto phase = GENERATE(Phase::starting, Phase::head, Phase::body, Phase::writing);
  Fixture fixture(3);
  fixture.come(Phase::answering);
  auto& active = fixture.come(Phase::writing);
  fixture.come(phase);
  fixture.connections.proceed(active, Phase::writing);
  fixture.come(Phase::starting);
  CHECK(fixture.open() == "1101");
}

TEST_CASE("Nobody is let go while being answered: newcomers wait") {
  Fixture fixture(2);
  fixture.come(Phase::answering);
  auto& second = fixture.come(Phase::answering);
  CHECK(fixture.connections.make_room(std::nullopt) == Connections::Room::not_yet);
  fixture.connections.proceed(second, Phase::writing);
  CHECK(fixture.connections.make_room(std::nullopt) == Connections::Room::made);
  CHECK(fixture.open() == "10");
}

TEST_CASE("A block of addresses that has its share makes room for itself alone") {
  Fixture fixture(8, 4);
  fixture.come(Phase::resting, block("198.51.100.1"));
  fixture.come(Phase::resting, block("192.0.2.1"));
  fixture.come(Phase::body, block("192.0.2.255"));
  fixture.come(Phase::starting, block("192.0.2.7"));
  CHECK(fixture.open() == "1011");
  for (int i = 0; i < 2; ++i)
    fixture.come(Phase::answering, block("192.0.2.7"));
  CHECK(fixture.open() == "100011");
  CHECK(fixture.connections.make_room(block("192.0.2.9")) == Connections::Room::refused);
  fixture.come(Phase::resting, block("192.0.3.1"));
  for (int i = 0; i < 5; ++i)
    fixture.come(Phase::resting); // of no block: any number
  CHECK(fixture.connections.count() == 8);
}

TEST_CASE("An IPv6 block is that of one household, and IPv4 is the same in its IPv6 form") {
  CHECK(block("2001:db8:1:2ff::1") == block("2001:db8:1:200:ffff::"));
  CHECK(block("2001:db8:1:300::1") != block("2001:db8:1:200::1"));
  CHECK(block("::ffff:192.0.2.1") == block("192.0.2.200"));
  CHECK(block("192.0.3.1") != block("192.0.2.1"));
}

TEST_CASE("Where too many bytes are kept, those without headway for the longest are let go") {
  Fixture fixture(10, 1, 1'000);
  auto& first = fixture.come(Phase::writing);
  auto& second = fixture.come(Phase::body);
  auto& third = fixture.come(Phase::answering);
  auto& fourth = fixture.come(Phase::writing);
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
  // Only it is left that could go.
  fixture.connections.hold(fourth, 900);
  CHECK(fixture.open() == "0010");
}

TEST_CASE("What has been let go counts no more, whatever it still does") {
  Fixture fixture(1, 1, 1'000);
  auto& first = fixture.come(Phase::writing, block("192.0.2.1"));
  fixture.connections.hold(first, 600);
  auto& second = fixture.come(Phase::writing, block("198.51.100.1"));
  fixture.connections.hold(first, 900);
  fixture.connections.proceed(first, Phase::resting);
  fixture.connections.hold(second, 900);
  CHECK(fixture.open() == "01");
  CHECK(fixture.connections.count() == 1);
}

TEST_CASE("Stopping ends what has no request under way, and no more") {
  Fixture fixture(10);
  for (const auto phase : {Phase::starting, Phase::head, Phase::body, Phase::answering, Phase::writing, Phase::resting})
    fixture.come(phase);
  fixture.connections.stop();
  CHECK(fixture.open() == "011110");
  fixture.connections.hang_up_all();
  CHECK(fixture.open() == "000000");
  CHECK(fixture.connections.count() == 0);
}

// Otherwise the last bytes of a long answer wait until the client has acknowledged those before, which Linux does 40 ms
// later. A test that takes the time would fail on a busy machine.
TEST_CASE("A connection sends at once what it is given") {
  namespace asio = boost::asio;
  Fixture fixture(1);
  asio::ip::tcp::acceptor acceptor(fixture.io, {asio::ip::address_v4::loopback(), 0});
  asio::ip::tcp::socket client(fixture.io);
  client.connect(acceptor.local_endpoint());
  auto& connection = fixture.come(Phase::starting);
  Wire wire{boost::beast::tcp_stream(acceptor.accept()), connection, fixture.connections, fixture.limits};
  prepare_to_write(wire);
  asio::ip::tcp::no_delay at_once;
  wire.stream.socket().get_option(at_once);
  CHECK(at_once.value());
}
