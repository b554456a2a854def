#pragma once

#include "core/view/form.hpp"
#include "core/view/thread.hpp"
#include "core/words.hpp"

namespace broadside::wasm {

// These words are only used in the protocol. The loader's types are generated from them.

constexpr Words<view::Thread::State, 3> thread_state_words = {{{"ready", view::Thread::State::ready},
                                                               {"loading", view::Thread::State::loading},
                                                               {"failed", view::Thread::State::failed}}};

constexpr Words<view::Form::Status, 8> form_status_words = {{{"idle", view::Form::Status::idle},
                                                             {"sending", view::Form::Status::sending},
                                                             {"sent", view::Form::Status::sent},
                                                             {"held", view::Form::Status::held},
                                                             {"waiting", view::Form::Status::waiting},
                                                             {"network-failed", view::Form::Status::network_failed},
                                                             {"busy", view::Form::Status::busy},
                                                             {"refused", view::Form::Status::refused}}};

constexpr Words<view::Form::Purpose, 3> form_purpose_words = {{{"reply", view::Form::Purpose::reply},
                                                               {"answer", view::Form::Purpose::answer},
                                                               {"edit", view::Form::Purpose::edit}}};

} // namespace broadside::wasm
