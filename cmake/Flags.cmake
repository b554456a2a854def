# What every target is built with. `broadside_machine` is for all code, cmark's too; `broadside_flags` for our own.
option(BROADSIDE_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)
option(BROADSIDE_SANITIZE_THREADS "Build with the thread sanitizer" OFF)

set(CMAKE_CXX_EXTENSIONS OFF)

add_library(broadside_machine INTERFACE)
if(BROADSIDE_SANITIZE_THREADS)
  # It knows no fences, of which Boost.Asio has some.
  target_compile_options(broadside_machine INTERFACE -fsanitize=thread $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
  target_link_options(broadside_machine INTERFACE -fsanitize=thread)
endif()
if(BROADSIDE_SANITIZE)
  # Not vptr: it needs the type information of SOCI's classes, which SOCI's library does not export.
  set(sanitize -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all)
  target_compile_options(broadside_machine INTERFACE ${sanitize} -fno-omit-frame-pointer)
  target_link_options(broadside_machine INTERFACE ${sanitize})
endif()

add_library(broadside_flags INTERFACE)
target_link_libraries(broadside_flags INTERFACE broadside_machine)
target_compile_features(broadside_flags INTERFACE cxx_std_20)
target_compile_options(broadside_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  # GCC 12 sees overlapping copies in "text" + std::string() (its bug 105651), and optional strings and those of
  # coroutines as uninitialised, the more so under the sanitizers (105562).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized>)
target_include_directories(broadside_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
