# The native targets: the publisher's build, the reply server, the command, and all tests in C++.
find_package(Boost 1.81 REQUIRED COMPONENTS url)
find_package(Catch2 2 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(spdlog REQUIRED)
find_package(Threads REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(yaml-cpp REQUIRED)
find_library(utf8proc utf8proc REQUIRED)
find_library(sodium sodium REQUIRED)
find_library(soci_core soci_core REQUIRED)
find_library(soci_postgresql soci_postgresql REQUIRED)
find_library(soci_sqlite3 soci_sqlite3 REQUIRED)
find_package(PostgreSQL REQUIRED)

broadside_room(broadside_pages pages)
target_link_libraries(broadside_pages PUBLIC broadside_core)
set(styles ${CMAKE_SOURCE_DIR}/web/styles)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${styles}/element.css)
file(STRINGS ${styles}/element.css style_sheets REGEX "^@import")
list(TRANSFORM style_sheets REPLACE "^@import '\\./(.+)';$" "${styles}/\\1")
list(APPEND style_sheets ${styles}/pages.css)
broadside_embed(broadside_pages style_sheet FILES ${style_sheets})
# A page of the publisher's carries the first of these itself, and the second too if it holds more than running text.
broadside_embed_style(broadside_pages text_style FILES ${styles}/broadside.css ${styles}/scripts.css
  ${styles}/typesetting.css ${styles}/text.css ${styles}/pages.css)
broadside_embed_style(broadside_pages apart_style FILES ${styles}/languages.css ${styles}/alerts.css ${styles}/blocks.css)
broadside_embed(broadside_pages moderation_style FILES ${styles}/moderation.css ${styles}/queue.css)
broadside_embed(broadside_pages moderation_keys FILES ${CMAKE_SOURCE_DIR}/web/moderation/keys.js)

broadside_room(broadside_publish publish)
target_link_libraries(broadside_publish PUBLIC broadside_core PRIVATE broadside_lint broadside_messages broadside_pages
  cmark nlohmann ${sodium} Threads::Threads tomlplusplus::tomlplusplus ${utf8proc} yaml-cpp)
broadside_embed(broadside_publish frame_script FILES ${CMAKE_SOURCE_DIR}/web/frame/broadside-frame.js)

broadside_room(broadside_server server)
target_link_libraries(broadside_server PUBLIC broadside_core Boost::headers
  PRIVATE broadside_messages broadside_pages nlohmann Boost::url ${sodium} ${soci_core} ${soci_postgresql} ${soci_sqlite3}
    PostgreSQL::PostgreSQL SQLite::SQLite3 spdlog::spdlog
    Threads::Threads)
# GCC 12 cannot compile several files with coroutines as one, so that only clang-tidy reads them together.
if(NOT BROADSIDE_TIDY)
  broadside_alone(broadside_server "co_await|co_return|co_spawn")
endif()
# With the large headers precompiled, an optimised build would have warnings about the standard library that are wrong.
if(CMAKE_BUILD_TYPE STREQUAL Debug)
  target_precompile_headers(broadside_server PRIVATE <boost/asio/awaitable.hpp> <boost/asio/co_spawn.hpp>
    <boost/asio/ip/tcp.hpp> <boost/asio/use_awaitable.hpp> <boost/beast/core/tcp_stream.hpp> <boost/beast/http.hpp>
    <soci/soci.h>)
endif()
broadside_embed(broadside_server counts_script FILES ${CMAKE_SOURCE_DIR}/web/counts/broadside-counts.js)
broadside_embed(broadside_server desk_script FILES ${CMAKE_SOURCE_DIR}/web/desk/broadside-desk.js)

broadside_program(broadside src/cli)
target_compile_definitions(broadside PRIVATE BROADSIDE_VERSION="${BROADSIDE_VERSION}")
target_link_libraries(broadside PRIVATE broadside_publish broadside_server CLI11::CLI11 Threads::Threads)

broadside_program(vocabulary_to_typescript web/vocabulary)
target_link_libraries(vocabulary_to_typescript PRIVATE broadside_core broadside_messages)

include(Catch)
include(Tests)

broadside_tests(publish)
target_link_libraries(publish_tests PRIVATE broadside_pages broadside_publish cmark nlohmann ${sodium})

broadside_tests(server)
target_link_libraries(server_tests PRIVATE broadside_server ${sodium} spdlog::spdlog yaml-cpp)
set_source_files_properties(${CMAKE_SOURCE_DIR}/tests/server/support/source_tree.cpp PROPERTIES
  COMPILE_DEFINITIONS SOURCE_TREE="${CMAKE_SOURCE_DIR}" SKIP_PRECOMPILE_HEADERS ON)

set_source_files_properties(${CMAKE_SOURCE_DIR}/tests/server/support/postgresql.cpp PROPERTIES
  INCLUDE_DIRECTORIES "${PostgreSQL_INCLUDE_DIRS}")

broadside_tests(threads)
target_link_libraries(threads_tests PRIVATE broadside_core Threads::Threads)
# The one file of the publisher's build with threads of its own, without the rest of that room.
target_sources(threads_tests PRIVATE ${CMAKE_SOURCE_DIR}/src/publish/threads/parallel.cpp)

# All tests of a run share a server of PostgreSQL, and each has a database of its own in it. The path of a socket must be
# short.
string(MD5 cluster ${CMAKE_BINARY_DIR})
string(SUBSTRING ${cluster} 0 8 cluster)
set(cluster /tmp/broadside-postgresql-${cluster})
set(postgresql ${CMAKE_SOURCE_DIR}/tests/server/postgresql/cluster.sh)
add_test(NAME "PostgreSQL starts" COMMAND ${postgresql} start ${cluster})
add_test(NAME "PostgreSQL stops" COMMAND ${postgresql} stop ${cluster})
set_tests_properties("PostgreSQL starts" PROPERTIES FIXTURES_SETUP postgresql)
set_tests_properties("PostgreSQL stops" PROPERTIES FIXTURES_CLEANUP postgresql)
set(server_properties FIXTURES_REQUIRED postgresql ENVIRONMENT BROADSIDE_TEST_POSTGRESQL=${cluster})

foreach(name unit publish server threads)
  # A name that matches no test is a failure; otherwise ctest would count it as passed.
  catch_discover_tests(${name}_tests EXTRA_ARGS --warn NoTests PROPERTIES LABELS ${name} ${${name}_properties})
endforeach()

# The sanitizers add variables of their own.
if(NOT BROADSIDE_SANITIZE AND NOT BROADSIDE_SANITIZE_THREADS)
  add_test(NAME "cmark has no variable that threads could share"
    COMMAND ${CMAKE_COMMAND} -DNM=${CMAKE_NM} -DLIBRARY=$<TARGET_FILE:cmark>
      -P ${CMAKE_SOURCE_DIR}/tests/threads/constant_data.cmake)
  set_tests_properties("cmark has no variable that threads could share" PROPERTIES LABELS threads)
endif()

broadside_program(render_each tests/conformance/native)
target_link_libraries(render_each PRIVATE broadside_core nlohmann)

broadside_program(lint_each tests/conformance/lint)
target_link_libraries(lint_each PRIVATE broadside_lint nlohmann)
