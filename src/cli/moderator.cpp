#include "cli/commands.hpp"
#include "cli/password_prompt.hpp"
#include "cli/report.hpp"
#include "server/moderation/administration.hpp"
#include "server/moderation/totp.hpp"
#include "server/process/clock.hpp"
#include "server/process/log.hpp"
#include "server/store/opening.hpp"
#include "server/store/postgresql/connection_text.hpp"

#include <filesystem>
#include <iostream>
#include <memory>

namespace broadside::cli {
namespace {

namespace moderation = server::moderation;

using server::store::Accounts;
template <typename T> using Outcome = tl::expected<T, Error>;

/// An order, as the command line gives it.
struct Order {
  std::string database;
  moderation::NewModerator moderator;
  bool wants_codes = false;
};

Outcome<std::unique_ptr<Accounts>> accounts_in(const std::string& database) {
  server::log::start();
  return server::store::open_accounts(server::store::Location{.database = database, .readers = 1});
}

int done(const std::string& sentence) {
  std::cerr << sentence << "\n";
  return 0;
}

int refused(const Error& error) {
  report(error);
  return 1;
}

/// Asks for the password before the database is opened, and only if all else is in order.
int add(const Order& order) {
  auto moderator = order.moderator;
  if (auto checked = moderation::check_name(moderator.name); !checked)
    return refused(checked.error());
  auto password = ask_for_new_password();
  if (!password)
    return refused(password.error());
  moderator.password = *std::move(password);
  if (order.wants_codes)
    moderator.totp_secret = moderation::random_totp_secret();
  const auto accounts = accounts_in(order.database);
  if (!accounts)
    return refused(accounts.error());
  if (auto added = moderation::add_moderator(**accounts, moderator, server::utc_now()); !added)
    return refused(added.error());
  if (order.wants_codes) {
    std::cerr << "One-time codes are made by an app that has this address. It is not shown again:\n";
    std::cout << moderation::totp_address(moderator.name, moderator.totp_secret) << "\n";
  }
  return done(moderator.name + " may sign in now, as " + std::string(word_for(moderation::role_words, moderator.role)) +
              ", at /moderation/sign-in of the reply server.");
}

int list(const Order& order) {
  const auto accounts = accounts_in(order.database);
  if (!accounts)
    return refused(accounts.error());
  const auto all = moderation::list_moderators(**accounts);
  if (!all)
    return refused(all.error());
  for (const auto& account : *all)
    std::cout << account.name << "\t" << account.role << "\t" << account.created.substr(0, 10) << "\n";
  return all->empty() ? done("There are no moderators yet. Next: broadside moderator add") : 0;
}

int remove(const Order& order) {
  const auto accounts = accounts_in(order.database);
  if (!accounts)
    return refused(accounts.error());
  if (auto removed = moderation::remove_moderator(**accounts, order.moderator.name); !removed)
    return refused(removed.error());
  return done(order.moderator.name + " is removed, and signed out everywhere.");
}

int change_password(const Order& order) {
  const auto accounts = accounts_in(order.database);
  if (!accounts)
    return refused(accounts.error());
  if (auto found = moderation::find_moderator(**accounts, order.moderator.name); !found)
    return refused(found.error());
  const auto password = ask_for_new_password();
  if (!password)
    return refused(password.error());
  if (auto changed = moderation::change_password(**accounts, order.moderator.name, *password); !changed)
    return refused(changed.error());
  return done(order.moderator.name + " has a new password, and is signed out everywhere.");
}

/// Returns nothing if there is such a file, or if only the database server can tell, as CLI11 wants it.
std::string fault_of_database(std::string& text) {
  return server::store::is_postgresql_address(text) ? "" : CLI::ExistingFile(text);
}

using Act = int (*)(const Order&);

/// Adds one of the four commands, which all have a database.
CLI::App& add_command(CLI::App& parent, int& status, const char* name, const char* purpose, Act act,
                      const std::shared_ptr<Order>& order) {
  CLI::App* app = parent.add_subcommand(name, purpose);
  auto* database =
      app->add_option("--database", order->database, "SQLite file that stores the replies, or address of PostgreSQL")
          ->required();
  // A mistyped name must not make a file. Whoever adds a moderator may do so before the server first runs.
  if (act != &add)
    database->check(CLI::Validator(fault_of_database, "FILE or ADDRESS"));
  app->callback([act, order, &status] { status = act(*order); });
  return *app;
}

void add_name(CLI::App& app, Order& order) {
  app.add_option("NAME", order.moderator.name, "Name with which the moderator signs in")->required();
}

} // namespace

void add_moderator(CLI::App& app, int& status) {
  const auto order = std::make_shared<Order>();
  CLI::App& command = *app.add_subcommand("moderator", "Say who may decide on replies; also while the server runs");
  command.require_subcommand(1);
  command.footer("Example:\n  broadside moderator add Ada --role owner --database replies.sqlite");

  auto& adding = add_command(command, status, "add", "Add a moderator, and ask for the password", &add, order);
  add_name(adding, *order);
  adding
      .add_option_function<std::string>(
          "--role",
          [order](const std::string& word) {
            order->moderator.role = value_of(moderation::role_words, word).value_or(moderation::Role::reader);
          },
          "What the moderator may do: owner (everything), moderator (decide on replies; the default) or reader (see "
          "them)")
      ->check(CLI::IsMember({"owner", "moderator", "reader"}));
  adding.add_flag("--totp", order->wants_codes,
                  "Ask for a one-time code too, which an app on the moderator's phone makes");
  adding.footer("The password has 10 to 200 characters. It is asked for at the terminal, or read from standard input.\n"
                "Example:\n  broadside moderator add Ada --role owner --database replies.sqlite");

  add_command(command, status, "list", "List the moderators: name, role and the day on which each was added", &list,
              order);
  add_name(add_command(command, status, "remove", "Remove a moderator, and sign the moderator out", &remove, order),
           *order);
  add_name(add_command(command, status, "password", "Give a moderator another password, and sign the moderator out",
                       &change_password, order),
           *order);
}

} // namespace broadside::cli
