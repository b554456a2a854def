#pragma once

#include "core/error.hpp"
#include "server/desk/shown.hpp"

#include <tl/expected.hpp>

#include <cstdint>
#include <memory>
#include <string>

namespace broadside::server {

/// Serves a site to the browsers of this machine while somebody writes it. Their pages change by themselves, and show
/// what is wrong. One thread runs it.
class Desk {
public:
  /// Listens at a port of this machine; 0 stands for any free one. Errors: port-taken, address-unusable.
  static tl::expected<Desk, Error> open(std::uint16_t port);
  Desk(Desk&&) noexcept;
  Desk& operator=(Desk&&) noexcept;
  ~Desk();

  /// Returns the address of the site, with a slash at its end.
  std::string url() const;
  /// Returns the address of the folder with the desk's own files.
  std::string own_url() const;

  /// Shows this from now on. It may be called from any thread.
  void show(desk::Shown);

  /// Returns when the desk has been stopped.
  void run();
  /// Stops the desk. It may be called from any thread.
  void stop();
  void stop_on_signals();

private:
  class Parts;
  explicit Desk(std::unique_ptr<Parts>);
  std::unique_ptr<Parts> parts_;
};

} // namespace broadside::server
