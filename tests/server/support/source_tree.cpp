#include "support/source_tree.hpp"

namespace broadside::test {

std::filesystem::path source_tree() { return SOURCE_TREE; }

} // namespace broadside::test
