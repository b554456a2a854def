#include "server/desk.hpp"

#include "server/desk/desk_service.hpp"
#include "server/desk/pages.hpp"
#include "server/http/host.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/system/system_error.hpp>

namespace asio = boost::asio;

namespace broadside::server {

namespace {

constexpr std::uint16_t usual_http_port = 80;

std::string name_of_host(std::uint16_t port) {
  return port == usual_http_port ? "localhost" : "localhost:" + std::to_string(port);
}

} // namespace

/// The members are declared in the order in which they need each other, and destroyed in the reverse order.
class Desk::Parts {
public:
  explicit Parts(std::uint16_t port)
      : service(io.get_executor()),
        host(io, {asio::ip::make_address("127.0.0.1"), port}, service, http::Limits(), http::TrustedProxies()) {
    service.set_host(name_of_host(host.port()));
  }

  asio::io_context io{1};
  desk::DeskService service;
  http::Host host;
};

Desk::Desk(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Desk::Desk(Desk&&) noexcept = default;
Desk& Desk::operator=(Desk&&) noexcept = default;
Desk::~Desk() = default;

tl::expected<Desk, Error> Desk::open(std::uint16_t port) {
  try {
    return Desk(std::make_unique<Parts>(port));
  } catch (const boost::system::system_error& error) {
    const std::string where = "port " + std::to_string(port);
    if (error.code() == boost::system::errc::address_in_use)
      return tl::unexpected(Error{"port-taken", where,
                                  "is in use by another program; write --port with another number, or --port 0 for any "
                                  "that is free"});
    return tl::unexpected(Error{"address-unusable", where, error.code().message()});
  }
}

std::string Desk::url() const { return "http://" + name_of_host(parts_->host.port()) + "/"; }
std::string Desk::own_url() const { return url() + std::string(desk::own_folder.substr(1)); }

void Desk::show(desk::Shown shown) {
  asio::post(parts_->io,
             [&service = parts_->service, shown = std::move(shown)]() mutable { service.show(std::move(shown)); });
}

void Desk::run() {
  parts_->host.start();
  parts_->io.run();
}

void Desk::stop() { parts_->host.stop(); }
void Desk::stop_on_signals() { parts_->host.stop_on_signals(); }

} // namespace broadside::server
