#pragma once

namespace broadside::unicode {

/// CommonMark's "Unicode punctuation character": of the general categories P and S.
bool is_punctuation(char32_t character);

/// CommonMark's "Unicode whitespace character": of the general category Zs, or a tab, line feed, form feed or carriage
/// return.
bool is_space(char32_t character);

/// A mark that is set on the character before it, or encloses it (general category M).
bool is_mark(char32_t character);

/// A control of ASCII or Latin-1 (general category Cc), or one of Unicode's two ends of a line.
bool is_control(char32_t character);

/// An invisible character that no word needs, and that comes along when text is copied: a control of direction, a soft
/// hyphen, a space of no width, a byte order mark, an annotation. Not a joiner, a selector or a tag, which change how
/// letters and emoji look.
bool is_stray_format(char32_t character);

/// Nothing of it is to be seen: white space, a control, a character that displays ignore by default
/// (DerivedCoreProperties, Default_Ignorable_Code_Point), or the blank of braille.
bool is_blank(char32_t character);

/// A character of Chinese, Japanese or Korean: an ideograph, a syllable, or punctuation that is as wide as they are.
bool is_cjk(char32_t character);

/// Punctuation of Chinese and Japanese, or a double quotation mark, which ends an address that is written with no space
/// after it. Not the middle dot, which stands within names.
bool ends_address(char32_t character);

/// A line may end between two such characters with no space meant, as in Chinese and Japanese, which put none between
/// words. Korean does.
bool joins_line(char32_t character);

} // namespace broadside::unicode
