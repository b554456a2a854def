#pragma once

#include <filesystem>

namespace broadside::test {

/// Returns the folder of this project's sources, wherever a test is started from. The compiler may write __FILE__
/// relative to the folder that it ran in, as it does under ccache with a base folder, so __FILE__ alone is not enough
/// to find a file.
std::filesystem::path source_tree();

} // namespace broadside::test
