#pragma once

#include <soci/session.h>

#include <string>

namespace broadside::test {

/// A server of PostgreSQL that lives as long as this object.
class OwnCluster {
public:
  OwnCluster();
  OwnCluster(const OwnCluster&) = delete;
  OwnCluster& operator=(const OwnCluster&) = delete;
  ~OwnCluster();

  const std::string& folder() const { return folder_; }
  /// Ends the server at once, as a crash does, and starts it again.
  void kill() const { run("kill"); }
  void resume() const { run("resume"); }

private:
  void run(const std::string& word) const;

  std::string folder_;
};

/// Returns "postgresql:///DATABASE?host=FOLDER&user=broadside".
std::string address_in(const std::string& folder, const std::string& database);

/// A database of its own in the tests' server of PostgreSQL, which is empty at first and removed at the end. The
/// environment names the server's folder (BROADSIDE_TEST_POSTGRESQL), as ctest does; otherwise one is started for the
/// rest of the process.
class OwnPostgresql {
public:
  OwnPostgresql();
  OwnPostgresql(const OwnPostgresql&) = delete;
  OwnPostgresql& operator=(const OwnPostgresql&) = delete;
  ~OwnPostgresql();

  /// Returns "postgresql:///NAME?host=FOLDER&user=broadside".
  const std::string& address() const { return address_; }

  /// Connects a session of the test's own to it.
  void connect(soci::session&) const;

private:
  std::string name_;
  std::string address_;
};

} // namespace broadside::test
