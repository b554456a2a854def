#pragma once

#include <string>

#include <boost/asio/steady_timer.hpp>

#include "server/desk/shown.hpp"
#include "server/http/service.hpp"

namespace broadside::server::desk {

// Answers the browsers of a desk, on this machine alone. All of it runs on one thread.
class DeskService final : public http::Service {
public:
  explicit DeskService(const boost::asio::any_io_executor& executor);

  // `host` is the name by which the pages name themselves, such as "localhost:8080".
  void set_host(std::string host) { host_ = std::move(host); }
  void show(Shown shown);

  boost::asio::awaitable<http::Response> answer(const http::Request& request) override;
  http::Response refuse(const http::Refusal& refusal, const http::Request& request) override;
  void stop() override;

private:
  boost::asio::awaitable<http::Response> changes(std::string seen);
  http::Response page_or_file(const std::string& path, const std::string& encoded_path) const;
  http::Response page(unsigned status, std::string html) const;
  std::string state() const { return run_ + "-" + std::to_string(shows_); }
  std::string site() const { return run_ + "-" + std::to_string(sites_); }

  std::string host_;
  Shown shown_;
  // Pages that an earlier run of the program has sent are not of this one's site.
  std::string run_;
  unsigned shows_ = 0, sites_ = 0;
  bool is_stopping_ = false;
  boost::asio::steady_timer changed_; // never expires; cancelled at each change, which wakes those who wait
};

} // namespace broadside::server::desk
