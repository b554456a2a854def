#pragma once

#include <filesystem>

namespace broadside::test {

/// The folder of this project's sources, wherever a test is started from. The compiler may write __FILE__ relative to
/// the folder that it ran in, as it does under ccache with a base folder, so that is not enough to find a file by.
std::filesystem::path source_tree();

} // namespace broadside::test
