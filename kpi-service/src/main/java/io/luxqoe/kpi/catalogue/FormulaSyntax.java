package io.luxqoe.kpi.catalogue;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import com.ezylang.evalex.parser.Tokenizer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Turns the text of a formula into a syntax tree. EvalEx parses, with nothing of its own switched on but the four operators;
 * it never evaluates. It reads some texts that say nothing, such as {@code a b}, and takes a part for the whole: so the
 * order of the tokens is checked here.
 */
final class FormulaSyntax {

    private static final int LONGEST = 1_000;
    private static final int DEEPEST = 50;

    private static final ExpressionConfiguration ONLY_ARITHMETIC = ExpressionConfiguration.builder()
            .operatorDictionary(MapBasedOperatorDictionary.ofOperators(
                    Map.entry("+", new InfixPlusOperator()),
                    Map.entry("-", new InfixMinusOperator()),
                    Map.entry("*", new InfixMultiplicationOperator()),
                    Map.entry("/", new InfixDivisionOperator()),
                    Map.entry("-", new PrefixMinusOperator())))
            .functionDictionary(new AnyFunction.Dictionary())
            .defaultConstants(Map.of())
            .arraysAllowed(false)
            .structuresAllowed(false)
            .implicitMultiplicationAllowed(false)
            .build();

    private FormulaSyntax() {}

    /**
     * The syntax tree of a formula.
     *
     * @throws FormulaException if the text has none
     */
    static ASTNode parse(String text) {
        if (text.length() > LONGEST) {
            throw new FormulaException(LONGEST + 1, "a formula has at most " + LONGEST + " characters");
        }
        checkParentheses(text);
        try {
            checkOrder(text, new Tokenizer(text, ONLY_ARITHMETIC).parse());
            return new Expression(text, ONLY_ARITHMETIC).getAbstractSyntaxTree();
        } catch (ParseException e) {
            throw new FormulaException(e.getStartPosition(), String.valueOf(e.getMessage()));
        }
    }

    private static void checkParentheses(String text) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '(') {
                open.push(i + 1);
            } else if (text.charAt(i) == ')' && open.poll() == null) {
                throw new FormulaException(i + 1, "')' closes nothing");
            }
            if (open.size() > DEEPEST) {
                throw new FormulaException(i + 1, "a formula is nested at most " + DEEPEST + " deep");
            }
        }
        if (!open.isEmpty()) {
            throw new FormulaException(open.pop(), "'(' is not closed");
        }
    }

    private static void checkOrder(String text, List<Token> tokens) {
        Deque<Boolean> argumentLists = new ArrayDeque<>();
        boolean operandDue = true;
        TokenType previous = TokenType.COMMA;
        for (Token token : tokens) {
            TokenType type = token.getType();
            boolean beginsOperand =
                    switch (type) {
                        case NUMBER_LITERAL, VARIABLE_OR_CONSTANT, FUNCTION, BRACE_OPEN, PREFIX_OPERATOR -> true;
                        case INFIX_OPERATOR, COMMA, BRACE_CLOSE -> false;
                        default -> throw at(token, "'" + token.getValue() + "' is nothing that a formula has");
                    };
            if (beginsOperand != operandDue) {
                throw at(
                        token,
                        (operandDue ? "a value" : "an operator") + " is missing before '" + token.getValue() + "'");
            }
            switch (type) {
                case BRACE_OPEN -> argumentLists.push(previous == TokenType.FUNCTION);
                case BRACE_CLOSE -> argumentLists.pop();
                case COMMA -> {
                    if (!Boolean.TRUE.equals(argumentLists.peek())) {
                        throw at(token, "a comma separates arguments of a function only");
                    }
                }
                default -> {
                    // an operand or an operator: its place is right
                }
            }
            operandDue = switch (type) {
                case NUMBER_LITERAL, VARIABLE_OR_CONSTANT, BRACE_CLOSE -> false;
                default -> true;
            };
            previous = type;
        }
        if (operandDue) {
            throw new FormulaException(text.length() + 1, "a value is missing at the end");
        }
    }

    private static FormulaException at(Token token, String reason) {
        return new FormulaException(token.getStartPosition(), reason);
    }
}
