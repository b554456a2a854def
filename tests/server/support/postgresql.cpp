#include "support/postgresql.hpp"

#include "support/source_tree.hpp"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace broadside::test {

namespace {

std::string command(const std::string& word, const std::string& folder) {
  return (source_tree() / "tests/server/postgresql/cluster.sh").string() + " " + word + " " + folder;
}

std::string next_folder() {
  static int count = 0;
  return "/tmp/broadside-postgresql-" + std::to_string(getpid()) + "-" + std::to_string(++count);
}

std::string folder_of_cluster() {
  if (const char* given = std::getenv("BROADSIDE_TEST_POSTGRESQL"))
    return given;
  static const OwnCluster cluster;
  return cluster.folder();
}

std::string address_of(const std::string& database) { return address_in(folder_of_cluster(), database); }

std::string next_name() {
  static int count = 0;
  return "test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
}

} // namespace

OwnCluster::OwnCluster() : folder_(next_folder()) { run("start"); }

OwnCluster::~OwnCluster() {
  if (std::system(command("stop", folder_).c_str()) != 0)
    std::fputs("PostgreSQL does not stop\n", stderr);
}

void OwnCluster::run(const std::string& word) const {
  if (std::system(command(word, folder_).c_str()) != 0)
    throw std::runtime_error("PostgreSQL does not " + word + "; see the messages above");
}

std::string address_in(const std::string& folder, const std::string& database) {
  return "postgresql:///" + database + "?host=" + folder + "&user=broadside";
}

OwnPostgresql::OwnPostgresql() : name_(next_name()), address_(address_of(name_)) {
  soci::session sql(soci::postgresql, address_of("postgres"));
  sql << "CREATE DATABASE " + name_;
}

OwnPostgresql::~OwnPostgresql() {
  try {
    soci::session sql(soci::postgresql, address_of("postgres"));
    sql << "DROP DATABASE " + name_ + " WITH (FORCE)";
  } catch (const std::exception&) {
    // The next start of the server removes it.
  }
}

void OwnPostgresql::connect(soci::session& sql) const { sql.open(soci::postgresql, address_); }

} // namespace broadside::test
