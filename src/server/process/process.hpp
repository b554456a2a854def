#pragma once

#include <cstddef>

namespace broadside::server {

/// Makes the process one that a server can live in for long. Before anything is opened.
///  - The signals of a pipe without reader and of a file beyond its limit are ignored: both are errors of the call.
///  - Standard input, output and error are open: otherwise the database or a connection would get their numbers, and
///    what is logged with it.
///  - It may have as many files open as the system allows.
///  - An exception that nobody has caught ends it, without being printed: it may quote what readers wrote.
///  - Freed memory is kept (16 MB of it).
void prepare_process();

/// How many connections fit in what this process may have open, beside the database, the site's files and what the
/// process always has.
std::size_t room_for_connections();

} // namespace broadside::server
