#pragma once

namespace broadside::unicode {

/// Returns whether it is a "Unicode punctuation character" of CommonMark: general categories P and S.
bool is_punctuation(char32_t character);

/// Returns whether it is a "Unicode whitespace character" of CommonMark: general category Zs, or a tab, line feed, form
/// feed or carriage return.
bool is_space(char32_t character);

/// Returns whether it is a mark that is set on the character before it, or encloses it (general category M).
bool is_mark(char32_t character);

/// Returns whether it is a control of ASCII or Latin-1 (general category Cc), or one of Unicode's two ends of a line.
bool is_control(char32_t character);

/// Returns whether it is an invisible character that no word needs, and that copied text often holds: a direction
/// control, a soft hyphen, a zero-width space, a byte order mark, an annotation. Joiners, selectors and tags are not
/// among them, since they change how letters and emoji look.
bool is_stray_format(char32_t character);

/// Returns whether it is invisible: white space, a control, a character that displays ignore by default
/// (DerivedCoreProperties, Default_Ignorable_Code_Point), or the blank of braille.
bool is_blank(char32_t character);

/// Returns whether it is a character of Chinese, Japanese or Korean: an ideograph, a syllable, or punctuation that is
/// as wide as they are.
bool is_cjk(char32_t character);

/// Returns whether it is punctuation of Chinese and Japanese, or a double quotation mark, which ends an address that is
/// written without a space after it. The middle dot is not, since it stands within names.
bool ends_address(char32_t character);

/// Returns whether a line may end between two such characters without a space being meant, as in Chinese and Japanese,
/// which put none between words. Korean does.
bool joins_line(char32_t character);

} // namespace broadside::unicode
