# What runs natively: the publisher's build, the reply server, the command, and all tests in C++.
find_package(Boost 1.81 REQUIRED COMPONENTS url)
find_package(Catch2 2 REQUIRED)
find_package(CLI11 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(spdlog REQUIRED)
find_package(Threads REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(yaml-cpp REQUIRED)
find_library(soci_core soci_core REQUIRED)
find_library(soci_sqlite3 soci_sqlite3 REQUIRED)

broadside_room(broadside_publish publish)
target_link_libraries(broadside_publish PUBLIC broadside_core PRIVATE broadside_messages cmark nlohmann
  tomlplusplus::tomlplusplus yaml-cpp)
set(style_sheets broadside.css languages.css replies.css typesetting.css text.css blocks.css pages.css)
list(TRANSFORM style_sheets PREPEND ${CMAKE_SOURCE_DIR}/web/styles/)
broadside_embed(broadside_publish style_sheet FILES ${style_sheets})

broadside_room(broadside_server server)
target_link_libraries(broadside_server PUBLIC broadside_core Boost::headers
  PRIVATE broadside_messages nlohmann Boost::url ${soci_core} ${soci_sqlite3} SQLite::SQLite3 spdlog::spdlog
    Threads::Threads)

broadside_program(broadside src/cli)
target_compile_definitions(broadside PRIVATE BROADSIDE_VERSION="${PROJECT_VERSION}")
target_link_libraries(broadside PRIVATE broadside_publish broadside_server CLI11::CLI11)

broadside_program(vocabulary_to_typescript web/vocabulary)
target_link_libraries(vocabulary_to_typescript PRIVATE broadside_core)

include(Catch)

broadside_program(unit_tests tests/unit)
target_link_libraries(unit_tests PRIVATE broadside_messages cmark catch2)
# A name that matches no test is a failure: ctest would count it as passed.
catch_discover_tests(unit_tests EXTRA_ARGS --warn NoTests PROPERTIES LABELS unit)

broadside_program(publish_tests tests/publish)
target_link_libraries(publish_tests PRIVATE broadside_publish catch2)
catch_discover_tests(publish_tests EXTRA_ARGS --warn NoTests PROPERTIES LABELS publish)

broadside_program(server_tests tests/server)
target_link_libraries(server_tests PRIVATE broadside_server catch2 yaml-cpp)
catch_discover_tests(server_tests EXTRA_ARGS --warn NoTests PROPERTIES LABELS server)

broadside_program(render_each tests/conformance/native)
target_link_libraries(render_each PRIVATE broadside_core nlohmann)
