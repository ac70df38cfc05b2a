using Linchpin.Commands;

return await CommandLine.RunAsync(args).ConfigureAwait(false);
