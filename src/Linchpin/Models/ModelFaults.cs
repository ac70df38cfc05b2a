using Linchpin.Claims;

namespace Linchpin.Models;

/// <summary>The faults of asking a model.</summary>
internal static class ModelFaults
{
    internal static readonly FaultKind Setting = new("program.model-setting", "No model that could be asked", "Set the endpoint and the model's name (docs/model.md).", Exit.Usage);

    internal static readonly FaultKind Release = new(
        "program.model-release", "A document that may not be sent to the model", "Name with --model-reader who the endpoint is, or leave the document unsent.", Exit.BadInput, 403);

    internal static readonly FaultKind Unreachable = new(
        "program.model-unreachable", "The model's endpoint does not answer", "Check its address, that it runs, and whether it needs longer: --timeout SECONDS.", Exit.Machine, 502);

    internal static readonly FaultKind Answer = new(
        "program.model-answer", "An answer of the endpoint that cannot be used", "Check the address, the model's name and LINCHPIN_MODEL_KEY with the endpoint's own documentation.", Exit.Machine, 502);
}
