package shadewalk.lesson.play;

import static shadewalk.text.Texts.PROBLEMS;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import shadewalk.lesson.EventFilter;
import shadewalk.lesson.Question;
import shadewalk.lesson.json.Numbers;
import shadewalk.read.Thing;
import shadewalk.state.MmuEvent;

/// Knows the right answer to a question, from the engine and not from the lesson's author, and what
/// to say to wrong ones.
public final class Judge {

    private final Question question;
    private final Answer right;
    private final Map<Answer, String> feedback;
    private final String otherwise;
    private final String solution;
    private final List<Mistake> mistakes;

    /// A wrong answer in words, and what is said to it.
    public record Mistake(String answer, String feedback) {}

    private Judge(
            Question question,
            Answer right,
            Map<Answer, String> feedback,
            String otherwise,
            String solution,
            List<Mistake> mistakes) {
        this.question = question;
        this.right = right;
        this.feedback = Map.copyOf(feedback);
        this.otherwise = otherwise;
        this.solution = solution;
        this.mistakes = List.copyOf(mistakes);
    }

    public Question question() {
        return question;
    }

    /// The right answer.
    public Answer right() {
        return right;
    }

    /// The right answer and the wrong ones that have feedback of their own.
    public Set<Answer> known() {
        Set<Answer> known = new LinkedHashSet<>(feedback.keySet());
        known.add(right);
        return known;
    }

    /// What is said to a wrong answer that nobody foresaw.
    public String otherwise() {
        return otherwise;
    }

    /// The right answer in words, for a learner who gives up.
    public String solution() {
        return solution;
    }

    /// The wrong answers that were foreseen, in the order of the file.
    public List<Mistake> mistakes() {
        return mistakes;
    }

    /// Judges an answer.
    public Verdict judge(Answer answer) {
        Answer plain = answer instanceof Answer.Typed typed ? normal(typed) : answer;
        return new Verdict(
                plain.equals(right),
                feedback.getOrDefault(plain, plain.equals(right) ? "" : otherwise));
    }

    /// Numbers are compared as numbers, however they are written.
    private static Answer normal(Answer.Typed typed) {
        OptionalLong number = typed.number();
        return number.isPresent() ? typed(number.getAsLong()) : typed;
    }

    private static Answer typed(long number) {
        return new Answer.Typed(Long.toUnsignedString(number));
    }

    /// The judge of a question.
    ///
    /// @param now the scene at which it is asked
    /// @param next the scene it hides, null at the end of the lesson
    /// @throws Unresolved if the question has no right answer, or a wrong answer is right
    static Judge of(Question question, Stretch now, @Nullable Scene next) throws Unresolved {
        return switch (question) {
            case Question.Choose choose -> choose(choose);
            case Question.Pick pick -> pick(pick, now);
            case Question.Type type -> type(type, now, next);
            case Question.Order order -> order(order);
            case Question.Predict predict -> predict(predict, now, next);
        };
    }

    private static Judge choose(Question.Choose choose) throws Unresolved {
        List<Integer> right =
                IntStream.range(0, choose.choices().size())
                        .filter(i -> choose.choices().get(i).right())
                        .boxed()
                        .toList();
        if (right.size() != 1) {
            throw new Unresolved(PROBLEMS.get("judge.choices-right-mark", right.size()));
        }
        Map<Answer, String> feedback = new LinkedHashMap<>();
        for (Question.Choice choice : choose.choices()) {
            feedback.put(new Answer.Chosen(feedback.size()), choice.feedback());
        }
        int index = right.getFirst();
        String solution = choose.choices().get(index).text();
        List<Mistake> mistakes =
                choose.choices().stream()
                        .filter(choice -> !choice.right())
                        .map(choice -> new Mistake(choice.text(), choice.feedback()))
                        .toList();
        return new Judge(choose, new Answer.Chosen(index), feedback, "", solution, mistakes);
    }

    private static Judge pick(Question.Pick pick, Stretch now) throws Unresolved {
        Answer right = new Answer.Picked(now.thing(pick.answer()).id());
        Map<Answer, String> feedback = new LinkedHashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (Question.Wrong wrong : pick.wrong()) {
            Thing other = now.thing(wrong.answer());
            put(feedback, new Answer.Picked(other.id()), right, wrong);
            mistakes.add(new Mistake(now.words(wrong.answer()), wrong.feedback()));
        }
        String solution = now.words(pick.answer());
        return new Judge(pick, right, feedback, pick.otherwise(), solution, mistakes);
    }

    private static Judge type(Question.Type type, Stretch now, @Nullable Scene next)
            throws Unresolved {
        Stretch when = type.later() ? required(next).moment() : now;
        Value value = when.evaluate(type.answer());
        Answer right = typed(number(value, type.answer()));
        Map<Answer, String> feedback = new LinkedHashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (Question.Wrong wrong : type.wrong()) {
            Value other = when.evaluate(wrong.answer());
            put(feedback, typed(number(other, wrong.answer())), right, wrong);
            mistakes.add(new Mistake(shown(wrong.answer(), other), wrong.feedback()));
        }
        String solution = shown(type.answer(), value);
        return new Judge(type, right, feedback, type.otherwise(), solution, mistakes);
    }

    /// A bare number is an address elsewhere, and is shown as the author wrote it here.
    private static String shown(String expression, Value value) {
        return Numbers.parse(expression).isPresent() ? expression : value.text();
    }

    private static long number(Value value, String expression) throws Unresolved {
        if (value.number() == null) {
            throw new Unresolved(PROBLEMS.get("judge.no-number-but", expression, value));
        }
        return value.number();
    }

    private static Judge order(Question.Order order) throws Unresolved {
        List<Integer> sorted = IntStream.range(0, order.items().size()).boxed().toList();
        Answer right = new Answer.Ordered(sorted);
        Map<Answer, String> feedback = new LinkedHashMap<>();
        List<Mistake> mistakes = new ArrayList<>();
        for (Question.Wrong wrong : order.wrong()) {
            List<Integer> items = new ArrayList<>();
            for (String word : Expressions.words(wrong.answer())) {
                items.add((int) LessonNames.number(word) - 1);
            }
            if (!items.stream().sorted().toList().equals(sorted)) {
                throw new Unresolved(
                        PROBLEMS.get("judge.no-order-items", wrong.answer(), sorted.size()));
            }
            put(feedback, new Answer.Ordered(items), right, wrong);
            mistakes.add(new Mistake(wrong.answer(), wrong.feedback()));
        }
        String solution =
                IntStream.range(0, sorted.size())
                        .mapToObj(i -> "(" + (i + 1) + ") " + order.items().get(i))
                        .collect(Collectors.joining("; "));
        return new Judge(order, right, feedback, order.otherwise(), solution, mistakes);
    }

    private static Judge predict(Question.Predict predict, Stretch now, @Nullable Scene next)
            throws Unresolved {
        List<EventFilter> filters = new ArrayList<>();
        Map<Answer, String> feedback = new LinkedHashMap<>();
        for (Question.Prospect prospect : predict.prospects()) {
            feedback.put(new Answer.Chosen(filters.size()), prospect.feedback());
            filters.add(now.plain(prospect.filter()));
        }
        int index = first(required(next).events(), filters);
        String solution = predict.prospects().get(index).text();
        List<Mistake> mistakes =
                IntStream.range(0, predict.prospects().size())
                        .filter(i -> i != index)
                        .mapToObj(predict.prospects()::get)
                        .map(other -> new Mistake(other.text(), other.feedback()))
                        .toList();
        return new Judge(predict, new Answer.Chosen(index), feedback, "", solution, mistakes);
    }

    private static int first(List<MmuEvent> events, List<EventFilter> filters) throws Unresolved {
        for (MmuEvent event : events) {
            int[] fitting =
                    IntStream.range(0, filters.size())
                            .filter(i -> fits(event, filters.get(i)))
                            .toArray();
            if (fitting.length > 1) {
                throw new Unresolved(PROBLEMS.get("judge.two-events-one"));
            }
            if (fitting.length == 1) {
                return fitting[0];
            }
        }
        throw new Unresolved(PROBLEMS.get("judge.none-these-events"));
    }

    private static boolean fits(MmuEvent event, EventFilter filter) {
        return EventParts.fits(event, filter.event(), filter.with());
    }

    private static Scene required(@Nullable Scene next) throws Unresolved {
        if (next == null) {
            throw new Unresolved(PROBLEMS.get("judge.no-step-follows"));
        }
        return next;
    }

    private static void put(
            Map<Answer, String> feedback, Answer answer, Answer right, Question.Wrong wrong)
            throws Unresolved {
        if (answer.equals(right)) {
            throw new Unresolved(PROBLEMS.get("judge.wrong-answer-right", wrong.answer()));
        }
        if (feedback.putIfAbsent(answer, wrong.feedback()) != null) {
            throw new Unresolved(PROBLEMS.get("judge.wrong-answer-same", wrong.answer()));
        }
    }
}
