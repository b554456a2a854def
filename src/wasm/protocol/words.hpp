#pragma once

#include "core/view/form.hpp"
#include "core/view/thread.hpp"
#include "core/words.hpp"

namespace broadside::wasm {

// These words are only used in the protocol. The loader's types are generated from them.

constexpr Words<view::Thread::State, 3> thread_state_words = {{{"ready", view::Thread::State::ready},
                                                               {"loading", view::Thread::State::loading},
                                                               {"failed", view::Thread::State::failed}}};

constexpr Words<view::Form::Status, 7> form_status_words = {{{"idle", view::Form::Status::idle},
                                                             {"sending", view::Form::Status::sending},
                                                             {"sent", view::Form::Status::sent},
                                                             {"waiting", view::Form::Status::waiting},
                                                             {"network-failed", view::Form::Status::network_failed},
                                                             {"busy", view::Form::Status::busy},
                                                             {"refused", view::Form::Status::refused}}};

} // namespace broadside::wasm
