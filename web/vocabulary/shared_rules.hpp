#pragma once

#include <iosfwd>

/// Prints, as a TypeScript module, the rules besides the vocabulary that the loader shares with the core.
void print_shared_rules(std::ostream&);
