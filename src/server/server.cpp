#include "server/server.hpp"

#include "server/api/origin.hpp"
#include "server/api/paths.hpp"
#include "server/api/router.hpp"
#include "server/check.hpp"
#include "server/http/host.hpp"
#include "server/moderation/decisions.hpp"
#include "server/moderation/sessions.hpp"
#include "server/moderation/sign_in.hpp"
#include "server/process/clock.hpp"
#include "server/process/log.hpp"
#include "server/process/process.hpp"
#include "server/replies/events.hpp"
#include "server/replies/reports.hpp"
#include "server/replies/service.hpp"
#include "server/site/articles.hpp"
#include "server/store/accounts.hpp"
#include "server/store/group_writer.hpp"
#include "server/store/opening.hpp"
#include "server/store/records.hpp"
#include "server/store/reply_id.hpp"

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/system/system_error.hpp>

#include <cstdio>

namespace asio = boost::asio;

namespace broadside::server {

namespace {

/// This is the number of requests that may wait for the database at a time: each has its own connection to it.
constexpr std::size_t worker_count = 4;

/// This is the number of requests of moderators that may look up their sessions at a time, which takes microseconds.
constexpr std::size_t session_readers = 1;

/// This is the number of requests that may read what stands beside the replies at a time.
constexpr std::size_t record_readers = 1;

std::string in_url(const std::string& address) {
  return address.find(':') == std::string::npos ? address : "[" + address + "]";
}

/// The options that are given as texts, after they were parsed.
struct Checked {
  asio::ip::address address;
  http::TrustedProxies proxies;
  std::vector<std::string> origins;
  spam::WordList hold_words;
};

tl::expected<Checked, Error> checked_texts(const Options& options) {
  Checked checked;
  boost::system::error_code no_address;
  checked.address = asio::ip::make_address(options.address, no_address);
  if (no_address)
    return tl::unexpected(
        Error{"address-unusable", options.address,
              "This is not an IP address. Write 127.0.0.1 or ::1 (for this machine alone), 0.0.0.0 or :: (for every "
              "machine that reaches it), or one of the machine's own."});
  auto proxies = http::TrustedProxies::parse(options.trusted_proxies);
  if (!proxies)
    return tl::unexpected(proxies.error());
  checked.proxies = std::move(*proxies);
  for (const std::string& text : options.allowed_origins) {
    auto origin = api::origin_from(text);
    if (!origin)
      return tl::unexpected(origin.error());
    checked.origins.push_back(std::move(*origin));
  }
  if (options.hold_words.empty())
    return checked;
  auto words = spam::WordList::read(options.hold_words);
  if (!words)
    return tl::unexpected(words.error());
  checked.hold_words = std::move(*words);
  return checked;
}

replies::Policy with_words(replies::Policy policy, spam::WordList words) {
  policy.hold_words = std::move(words);
  return policy;
}

/// Returns whether the folder holds a site that broadside build made, or an article.json that any other program made.
bool holds_site(const std::filesystem::path& folder) {
  std::error_code error;
  if (std::filesystem::exists(folder / ".broadside-build", error))
    return true;
  for (auto entry = std::filesystem::directory_iterator(folder, error);
       !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
    std::error_code ignored;
    if (std::filesystem::exists(entry->path() / "article.json", ignored))
      return true;
  }
  return false;
}

tl::expected<Checked, Error> checked(const Options& options) {
  if (!std::filesystem::is_directory(options.site))
    return tl::unexpected(Error{"site-unreadable", options.site.string(), "There is no such folder."});
  if (!holds_site(options.site))
    return tl::unexpected(Error{
        "no-site", options.site.string(),
        "This is not a site: no folder in it has an article.json. Give the folder that broadside build made (-o)."});
  return checked_texts(options);
}

} // namespace

/// The members are declared in the order in which they need each other, and destroyed in the reverse order.
class Server::Parts {
public:
  Parts(const Options& options, Checked checked, std::unique_ptr<store::Store> opened,
        std::unique_ptr<store::Accounts> opened_accounts, std::unique_ptr<store::Records> opened_records)
      : store(std::move(opened)), accounts(std::move(opened_accounts)), records(std::move(opened_records)),
        workers(worker_count), writer(*store), articles(options.site),
        replies({articles, *store, writer, events, utc_now, &closures,
                 with_words(options.policy, std::move(checked.hold_words))}),
        router({options.site, replies, reports, closures, *records, api::CrossOrigin(std::move(checked.origins)), pages,
                store::random_id(), decisions, sign_in, sessions},
               workers.get_executor()),
        host(io, {checked.address, options.port}, router, options.limits, std::move(checked.proxies)) {}
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  /// No worker uses the writer or the thread of those who sign in any more when they end; and they end before the
  /// workers' pool is gone, because they may still be waking one of its threads.
  ~Parts() {
    workers.stop();
    workers.join();
  }

  asio::io_context io{1};
  std::unique_ptr<store::Store> store;
  std::unique_ptr<store::Accounts> accounts;
  std::unique_ptr<store::Records> records;
  moderation::Sessions sessions{*accounts, utc_now};
  replies::Events events;
  asio::thread_pool workers;
  store::GroupWriter writer;
  moderation::Decisions decisions{{*store, writer, events, utc_now}};
  moderation::SignIn sign_in{{*accounts, sessions, utc_now}};
  Articles articles;
  replies::Closures closures{*records};
  replies::Service replies;
  replies::Reports reports{{*records, utc_now}};
  api::PageCache pages;
  api::Router router;
  http::Host host;
};

Server::Server(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Server::Server(Server&&) noexcept = default;
Server& Server::operator=(Server&&) noexcept = default;
Server::~Server() = default;

tl::expected<void, Error> check(const Options& options) {
  return checked(options).map([](const Checked&) {});
}

tl::expected<Server, Error> Server::open(const Options& options) {
  auto checked = server::checked(options);
  if (!checked)
    return tl::unexpected(checked.error());
  auto store = store::open(store::Location{options.database, options.database_busy_timeout, worker_count});
  if (!store)
    return tl::unexpected(store.error());
  auto accounts =
      store::open_accounts(store::Location{options.database, options.database_busy_timeout, session_readers});
  if (!accounts)
    return tl::unexpected(accounts.error());
  auto records = store::open_records(store::Location{options.database, options.database_busy_timeout, record_readers});
  if (!records)
    return tl::unexpected(records.error());
  try {
    return Server(std::make_unique<Parts>(options, std::move(*checked), std::move(*store), std::move(*accounts),
                                          std::move(*records)));
  } catch (const boost::system::system_error& error) {
    return tl::unexpected(Error{"address-unusable", in_url(options.address) + ":" + std::to_string(options.port),
                                error.code().message()});
  }
}

std::uint16_t Server::port() const { return parts_->host.port(); }

void Server::run() {
  const auto [all, open] = parts_->articles.read_all();
  log::info({"Taking replies to ", open, " of ", all, " articles"});
  if (open < all)
    log::info(
        {"The article.json of the others has no \"replies\", or closed ones; \"replies\" in broadside.yaml is the "
         "address that the build writes there"});
  parts_->host.start();
  parts_->io.run();
  parts_->workers.join();
}

void Server::stop() { parts_->host.stop(); }

void Server::stop_on_signals() { parts_->host.stop_on_signals(); }

int serve(const Options& options) {
  prepare_process();
  log::start();
  auto server = Server::open(options);
  if (!server) {
    log::error({log::Text::by_operator(server.error().where), ": ", log::Text::by_operator(server.error().message)});
    return 1;
  }
  server->stop_on_signals();
  std::printf("Replies: http://%s:%u%s\n", in_url(options.address).c_str(), unsigned{server->port()},
              std::string(api::path::health).c_str());
  std::fflush(stdout);
  server->run();
  return 0;
}

} // namespace broadside::server
