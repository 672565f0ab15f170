package io.luxqoe.kpi.catalogue;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import io.luxqoe.kpi.measurement.Measurement;
import io.luxqoe.kpi.measurement.MeasurementFamily;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;

/** Turns a syntax tree into operations on doubles; every name is looked up here, once. */
final class FormulaCompiler {

    private static final List<String> FUNCTIONS = List.of("min", "max", "sqrt", "percentile", "count", "distinct");
    private static final Pattern DECIMAL = Pattern.compile("\\d+(\\.\\d+)?([eE][+-]?\\d{1,3})?");

    private final MeasurementFamily family;

    FormulaCompiler(MeasurementFamily family) {
        this.family = family;
    }

    /**
     * Compiles a tree. It is as deep as the formula is long at most, and that is bounded.
     *
     * @throws FormulaException if a name, a kind or a number of arguments is wrong
     */
    Term compile(ASTNode node) {
        Token token = node.getToken();
        return switch (token.getType()) {
            case NUMBER_LITERAL -> new Term.Constant(number(token));
            case VARIABLE_OR_CONSTANT -> new Term.Sum(position(token, Measurement.Kind.SUM));
            case PREFIX_OPERATOR ->
                new Term.Negative(compile(node.getParameters().get(0)));
            case INFIX_OPERATOR -> infix(node);
            case FUNCTION -> function(node);
            default -> throw at(token, "'" + token.getValue() + "' is nothing that a formula has");
        };
    }

    private Term infix(ASTNode node) {
        Term left = compile(node.getParameters().get(0));
        Term right = compile(node.getParameters().get(1));
        Token token = node.getToken();
        return switch (token.getValue()) {
            case "+" -> new Term.Plus(left, right);
            case "-" -> new Term.Minus(left, right);
            case "*" -> new Term.Times(left, right);
            case "/" -> new Term.Ratio(left, right);
            default -> throw at(token, "no operator " + token.getValue());
        };
    }

    private Term function(ASTNode node) {
        Token token = node.getToken();
        return switch (token.getValue()) {
            case "min" -> fold(node, Term.Least::new);
            case "max" -> fold(node, Term.Greatest::new);
            case "sqrt" -> new Term.Root(compile(arguments(node, 1).get(0)));
            case "percentile" -> percentile(arguments(node, 2));
            case "count" -> new Term.Count(named(arguments(node, 1).get(0), Measurement.Kind.DISTRIBUTION));
            case "distinct" -> new Term.Distinct(named(arguments(node, 1).get(0), Measurement.Kind.DISTINCT));
            default -> throw at(token, "no function " + token.getValue() + "; there are " + FUNCTIONS);
        };
    }

    private Term fold(ASTNode node, BinaryOperator<Term> operation) {
        List<ASTNode> arguments = node.getParameters();
        if (arguments.size() < 2) {
            throw at(node.getToken(), node.getToken().getValue() + " takes two arguments or more");
        }
        return arguments.stream().map(this::compile).reduce(operation).orElseThrow();
    }

    private Term percentile(List<ASTNode> arguments) {
        int distribution = named(arguments.get(0), Measurement.Kind.DISTRIBUTION);
        Token p = arguments.get(1).getToken();
        if (p.getType() != TokenType.NUMBER_LITERAL || number(p) > 100) {
            throw at(p, "a percentile is a number from 0 to 100");
        }
        return new Term.Quantile(distribution, number(p) / 100);
    }

    private List<ASTNode> arguments(ASTNode call, int count) {
        if (call.getParameters().size() != count) {
            throw at(
                    call.getToken(),
                    call.getToken().getValue() + " takes " + (count == 1 ? "one argument" : count + " arguments")
                            + " and has " + call.getParameters().size());
        }
        return call.getParameters();
    }

    private int named(ASTNode argument, Measurement.Kind kind) {
        if (argument.getToken().getType() != TokenType.VARIABLE_OR_CONSTANT) {
            throw at(argument.getToken(), "the name of a measurement is missing here, there are " + family.names(kind));
        }
        return position(argument.getToken(), kind);
    }

    private int position(Token name, Measurement.Kind kind) {
        int position = family.names(kind).indexOf(name.getValue());
        if (position >= 0) {
            return position;
        }
        Measurement other = family.measurements().stream()
                .filter(measurement -> measurement.name().equals(name.getValue()))
                .findFirst()
                .orElseThrow(() -> at(
                        name,
                        "no measurement " + name.getValue() + " in family " + family.id() + "; it has "
                                + family.measurements().stream()
                                        .map(Measurement::name)
                                        .toList()));
        throw at(name, other.name() + " is " + use(other.kind()));
    }

    private static String use(Measurement.Kind kind) {
        return switch (kind) {
            case SUM -> "a sum, and stands for itself";
            case DISTRIBUTION -> "a distribution, for percentile and count";
            case DISTINCT -> "a distinct count, for distinct";
        };
    }

    private static double number(Token token) {
        if (!DECIMAL.matcher(token.getValue()).matches()) {
            throw at(token, "'" + token.getValue() + "' is no decimal number");
        }
        double number = Double.parseDouble(token.getValue());
        if (Double.isInfinite(number)) {
            throw at(token, "'" + token.getValue() + "' is too large");
        }
        return number;
    }

    private static FormulaException at(Token token, String reason) {
        return new FormulaException(token.getStartPosition(), reason);
    }
}
