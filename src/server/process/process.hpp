#pragma once

#include <cstddef>

namespace broadside::server {

/// Prepares the process for a long life as a server. It is called before anything is opened.
///  - The signals for a pipe without a reader and for a file beyond its limit are ignored: the calls return errors.
///  - Standard input, output and error are open. Otherwise the database or a connection could get their numbers, and
/// log lines would be written into it.
///  - The process may have as many files open as the system allows.
///  - An uncaught exception ends the process without being printed, since it may quote what readers wrote.
///  - Freed memory is kept (16 MB of it).
void prepare_process();

/// Returns how many connections this process may have open, beside the database, the site's files and what the process
/// always has open.
std::size_t room_for_connections();

} // namespace broadside::server
