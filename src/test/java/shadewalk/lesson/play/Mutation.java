package shadewalk.lesson.play;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Ways to spoil a JSON text.
enum Mutation {
    OTHER_VALUE {
        @Override
        String spoil(String text, String other, RandomGenerator random) {
            return replaced(text, SCALAR, VALUES.get(random.nextInt(VALUES.size())), random);
        }
    },
    VALUE_FROM_ELSEWHERE {
        @Override
        String spoil(String text, String other, RandomGenerator random) {
            return replaced(text, SCALAR, piece(other, SCALAR, random), random);
        }
    },
    OBJECT_FROM_ELSEWHERE {
        @Override
        String spoil(String text, String other, RandomGenerator random) {
            return replaced(text, FLAT_OBJECT, piece(other, FLAT_OBJECT, random), random);
        }
    },
    OTHER_NUMBER {
        @Override
        String spoil(String text, String other, RandomGenerator random) {
            String number = "0x" + Long.toHexString(random.nextLong() >>> random.nextInt(64));
            return replaced(text, NUMBER, number, random);
        }
    },
    OTHER_WORD {
        @Override
        String spoil(String text, String other, RandomGenerator random) {
            return replaced(text, WORD, piece(other, WORD, random), random);
        }
    },
    LESS {
        @Override
        String spoil(String text, String other, RandomGenerator random) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + 1 + random.nextInt(60));
            return text.substring(0, at) + text.substring(end);
        }
    },
    MORE {
        @Override
        String spoil(String text, String other, RandomGenerator random) {
            int at = random.nextInt(text.length());
            int from = random.nextInt(other.length());
            int end = Math.min(other.length(), from + 1 + random.nextInt(300));
            return text.substring(0, at) + other.substring(from, end) + text.substring(at);
        }
    },
    OTHER_CHARACTER {
        @Override
        String spoil(String text, String other, RandomGenerator random) {
            int at = random.nextInt(text.length());
            char c = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            return text.substring(0, at) + c + text.substring(at + 1);
        }
    },
    CUT {
        @Override
        String spoil(String text, String other, RandomGenerator random) {
            return text.substring(0, 1 + random.nextInt(text.length() - 1));
        }
    };

    private static final Pattern SCALAR =
            Pattern.compile("(?<=[:\\[,] ?)(\"(?:[^\"\\\\\n]|\\\\.)*\"|-?[0-9]+|true|false|null)");
    private static final Pattern FLAT_OBJECT = Pattern.compile("\\{[^{}\\[\\]]*}");
    private static final Pattern NUMBER = Pattern.compile("0x[0-9a-f]+|\\b[0-9]+\\b");
    private static final Pattern WORD = Pattern.compile("(?<=[\" ])[a-z][A-Za-z-]*(?=[\" ])");
    private static final String CHARACTERS =
            "{}[]\",:\\ \n\t0x9-+.eE{{}}<>&\u0000\u00e9\ud800\ue000*_`#";

    private static final List<String> VALUES =
            List.of(
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1e400",
                    "99999999999999999999999999",
                    "18446744073709551615",
                    "\"\"",
                    "\"0xffffffffffffffff\"",
                    "\"0x7fffffffffffffff\"",
                    "\"16T\"",
                    "\"../../etc/passwd\"",
                    "\"<script>alert(1)</script>\"",
                    "\"[x](javascript:alert(1))\"",
                    "\"{{spte pte here}}\"",
                    "\"{{entry pte 0xfffffffffffff000 user}}\"",
                    "\"here + 0xffffffffffffffff\"",
                    "\"discard 0x0 0xffffffffffff\"",
                    "\"memslot 0 0x0 0\"",
                    "\"memslot 1 0x100000000 0x400000000 log thp\"",
                    "\"memslot 0 0x1000 0x1000000 ro\"",
                    "\"dirtylog 1\"",
                    "\"cr0 0x0\"",
                    "\"cr0 0x80000011\"",
                    "\"cr4 0x20\"",
                    "\"cr4 0xffffffff\"",
                    "\"cr3 0xfffff000\"",
                    "\"wrmsr 0xc0000080 0xffffffff\"",
                    "\"write s here 0xffffffff\"",
                    "\"write u 0xfffffffe 0x1\"",
                    "\"xchg s 0x1c08 0x0\"",
                    "\"exec u here\"",
                    "\"poke32 0x1c08 0xffffffff\"",
                    "\"poke64 0xfffffffffffff8 0x1\"",
                    "\"start\"",
                    "\"32\"",
                    "\"pae\"",
                    "\"64\"",
                    "\"nonpaging\"",
                    "[]",
                    "{}",
                    "[[[[[[]]]]]]");

    /// Those after which the text is most often JSON still.
    private static final Mutation[] VALID = {
        OTHER_VALUE, VALUE_FROM_ELSEWHERE, OBJECT_FROM_ELSEWHERE, OTHER_NUMBER, OTHER_WORD
    };

    /// The text with one mistake more.
    static String apply(String text, String other, RandomGenerator random) {
        if (text.length() < 2) {
            return "{}";
        }
        Mutation[] some = random.nextBoolean() ? VALID : values();
        return some[random.nextInt(some.length)].spoil(text, other, random);
    }

    abstract String spoil(String text, String other, RandomGenerator random);

    private static String replaced(String text, Pattern what, String with, RandomGenerator random) {
        List<MatchResult> found = what.matcher(text).results().toList();
        if (found.isEmpty()) {
            return text;
        }
        MatchResult one = found.get(random.nextInt(found.size()));
        return text.substring(0, one.start()) + with + text.substring(one.end());
    }

    private static String piece(String text, Pattern what, RandomGenerator random) {
        List<MatchResult> found = what.matcher(text).results().toList();
        return found.isEmpty() ? "0" : found.get(random.nextInt(found.size())).group();
    }
}
