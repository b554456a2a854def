# These flags apply to every target: `broadside_machine` to all code, including cmark's; `broadside_flags` to our own.
option(BROADSIDE_SANITIZE "Build with the address and undefined-behaviour sanitizers" OFF)
option(BROADSIDE_SANITIZE_THREADS "Build with the thread sanitizer" OFF)
option(BROADSIDE_TIDY "Only say how the sources are compiled, for clang-tidy" OFF)

set(CMAKE_CXX_EXTENSIONS OFF)

add_library(broadside_machine INTERFACE)
if(BROADSIDE_SANITIZE_THREADS)
  # The thread sanitizer does not support fences, of which Boost.Asio has some.
  target_compile_options(broadside_machine INTERFACE -fsanitize=thread $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
  target_link_options(broadside_machine INTERFACE -fsanitize=thread)
endif()
if(BROADSIDE_SANITIZE)
  # The check vptr is off: it needs the type information of SOCI's classes, which SOCI's library does not export.
  set(sanitize -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all)
  target_compile_options(broadside_machine INTERFACE ${sanitize} -fno-omit-frame-pointer)
  target_link_options(broadside_machine INTERFACE ${sanitize})
endif()

add_library(broadside_flags INTERFACE)
target_link_libraries(broadside_flags INTERFACE broadside_machine)
target_compile_features(broadside_flags INTERFACE cxx_std_20)
target_compile_options(broadside_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
  # GCC 12 wrongly reports overlapping copies in "text" + std::string() (bug 105651), and optional strings and those of
  # coroutines as uninitialised, especially under the sanitizers (bug 105562).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict -Wno-maybe-uninitialized>)
if(CMAKE_UNITY_BUILD)
  # A local name would be said to shadow a function of another file.
  target_compile_options(broadside_flags INTERFACE -Wno-shadow $<$<CXX_COMPILER_ID:GNU>:-Wshadow=local>)
endif()
target_include_directories(broadside_flags INTERFACE ${CMAKE_SOURCE_DIR}/src)
