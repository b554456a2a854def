# cmark-gfm: its parser and the extensions that articles use. What is written is written by core/markdown, so none of
# its renderers is built but the one that cmark.c refers to; and core/markdown/cmark has what replaces its Unicode, its
# character references and its memory.
include(FetchContent)
include(GenerateExportHeader)

set(cmark_tarball ${CMAKE_SOURCE_DIR}/build/downloads/cmark-gfm_0.29.0.gfm.13.orig.tar.gz)
if(NOT EXISTS ${cmark_tarball})
  set(cmark_tarball https://github.com/github/cmark-gfm/archive/refs/tags/0.29.0.gfm.13.tar.gz)
endif()

FetchContent_Declare(cmark_source
  URL ${cmark_tarball}
  URL_HASH SHA256=5abc61798ebd9de5660bc076443c07abad2b8d15dbc11094a3a79644b8ad243a
  DOWNLOAD_EXTRACT_TIMESTAMP OFF
  # No folder of the sources has this name: they are only to be unpacked, their own CMakeLists.txt is for CMake 3.0.
  SOURCE_SUBDIR unpack-only)
FetchContent_MakeAvailable(cmark_source)

# What cmark-gfm's own build would find out; every compiler that can build Broadside has these.
set(HAVE_STDBOOL_H ON)
set(HAVE___BUILTIN_EXPECT ON)
set(HAVE___ATTRIBUTE__ ON)
set(cmark_generated ${CMAKE_BINARY_DIR}/cmark)
configure_file(${cmark_source_SOURCE_DIR}/src/config.h.in ${cmark_generated}/config.h)
file(CONFIGURE OUTPUT ${cmark_generated}/cmark-gfm_version.h CONTENT
  "#define CMARK_GFM_VERSION 0x001d000d\n#define CMARK_GFM_VERSION_STRING \"0.29.0.gfm.13\"\n")

# Patched sources are written to the build's folder: the unpacked ones stay as they are, so that a patch may change.
function(broadside_patch_cmark file)
  set(source ${cmark_source_SOURCE_DIR}/${file}.c)
  get_filename_component(name ${file} NAME)
  set(patch ${CMAKE_SOURCE_DIR}/cmake/cmark/${name}.patch)
  execute_process(COMMAND patch --quiet --output=${cmark_generated}/${name}.c ${source} ${patch}
    COMMAND_ERROR_IS_FATAL ANY)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${patch})
endfunction()
broadside_patch_cmark(src/blocks)
broadside_patch_cmark(src/inlines)
broadside_patch_cmark(extensions/table)

set(cmark_parser
  arena buffer cmark cmark_ctype footnotes houdini_href_e houdini_html_e html iterator linked_list map node plugin
  references registry scanners syntax_extension)
set(cmark_extensions autolink core-extensions ext_scanners strikethrough tagfilter tasklist)
set(cmark_patched blocks inlines table)
list(TRANSFORM cmark_parser REPLACE "(.+)" "${cmark_source_SOURCE_DIR}/src/\\1.c")
list(TRANSFORM cmark_extensions REPLACE "(.+)" "${cmark_source_SOURCE_DIR}/extensions/\\1.c")

list(TRANSFORM cmark_patched REPLACE "(.+)" "${cmark_generated}/\\1.c")

add_library(cmark STATIC ${cmark_parser} ${cmark_extensions} ${cmark_patched})
generate_export_header(cmark BASE_NAME cmark-gfm EXPORT_FILE_NAME ${cmark_generated}/cmark-gfm_export.h)
generate_export_header(cmark BASE_NAME cmark-gfm-extensions
  EXPORT_FILE_NAME ${cmark_generated}/cmark-gfm-extensions_export.h)
target_include_directories(cmark PRIVATE ${CMAKE_SOURCE_DIR}/src)
target_include_directories(cmark SYSTEM PUBLIC
  ${cmark_source_SOURCE_DIR}/src ${cmark_source_SOURCE_DIR}/extensions ${cmark_generated})
target_compile_definitions(cmark PUBLIC CMARK_GFM_STATIC_DEFINE CMARK_GFM_EXTENSIONS_STATIC_DEFINE)
target_compile_options(cmark PRIVATE -w)
target_link_libraries(cmark PRIVATE broadside_machine broadside_core)
