#include "server/http/listener.hpp"

#include "support/client.hpp"

#include <catch2/catch.hpp>

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>

#include <list>
#include <thread>

using namespace broadside;
using namespace broadside::test;
namespace asio = boost::asio;
namespace http = broadside::server::http;

namespace {

/// Answers with the address of the client.
class Mirror final : public http::Service {
public:
  asio::awaitable<http::Response> answer(const http::Request& request) override { co_return shown(request, 200); }
  http::Response refuse(const http::Refusal& refusal, const http::Request& request) override {
    return shown(request, refusal.status);
  }

private:
  static http::Response shown(const http::Request& request, unsigned status) {
    return {status, {}, request.client.to_string()};
  }
};

/// A server that answers with the mirror and trusts the proxies 127.0.5.0/24.
class MirrorServer {
public:
  MirrorServer() : limits_(with_few_places()) {
    asio::co_spawn(io_, listener_.run(), asio::detached);
    thread_ = std::thread([this] { io_.run(); });
  }
  ~MirrorServer() {
    asio::post(io_, [this] {
      listener_.stop();
      connections_.hang_up_all();
    });
    thread_.join();
  }

  std::uint16_t port() const { return listener_.port(); }

  std::string client_of(const char* source, const std::string& request) const {
    Client client(port(), {source});
    client.send(request);
    return client.receive().value().body;
  }

private:
  static http::Limits with_few_places() {
    http::Limits limits;
    limits.connections = 16;
    limits.loopback_is_exempt = false;
    return limits;
  }

  http::Limits limits_;
  asio::io_context io_{1};
  Mirror mirror_;
  http::Connections connections_{io_.get_executor(), limits_};
  http::TrustedProxies proxies_ = http::TrustedProxies::parse({"127.0.5.0/24"}).value();
  http::Shared shared_{mirror_, connections_, proxies_, limits_};
  http::Listener listener_{io_.get_executor(), {asio::ip::address_v4::loopback(), 0}, shared_};
  std::thread thread_;
};

} // namespace

TEST_CASE("A request has its client's address, even through a trusted proxy, whether it is answered or refused") {
  const MirrorServer server;
  const auto forwarded = get("/", {{"X-Forwarded-For", "1.1.1.1, 198.51.100.9"}});
  CHECK(server.client_of("127.0.5.1", forwarded) == "198.51.100.9");
  CHECK(server.client_of("127.0.6.1", forwarded) == "127.0.6.1");
  CHECK(server.client_of("127.0.5.1", get("/")) == "127.0.5.1");
  CHECK(server.client_of("127.0.5.1", get("/", {{"X-Forwarded-For", "198.51.100.9"}, {"Expect", "x"}})) ==
        "198.51.100.9");
  CHECK(server.client_of("127.0.6.1", "GET / HTTP/1.1\r\n\r\n") == "127.0.6.1");
  // Each request on a proxy's connection may come from another client.
  Client proxy(server.port(), {"127.0.5.1"});
  for (const std::string address : {"198.51.100.1", "198.51.100.2"}) {
    proxy.send(get("/", {{"X-Forwarded-For", address}}));
    CHECK(proxy.receive().value().body == address);
  }
}

TEST_CASE("A trusted proxy may open any number of connections, and every other network has its share") {
  const MirrorServer server;
  const auto still_open = [&](const char* source) {
    std::list<Client> clients;
    for (int i = 0; i < 8; ++i) {
      clients.emplace_back(server.port(), Client::Options{source}).send(get("/"));
      REQUIRE(clients.back().receive());
    }
    int open = 0;
    for (auto& client : clients)
      open += client.send(get("/")) && client.receive() ? 1 : 0;
    return open;
  };
  CHECK(still_open("127.0.5.1") == 8);
  CHECK(still_open("127.0.6.1") == 2);
}
