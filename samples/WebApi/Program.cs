var app = WebApplication.CreateBuilder(args).Build();

app.MapGet("/", () => "Ask for /time/Europe/Paris, say.");
app.MapGet("/time/{**zone}", (string zone) =>
    TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
        ? Results.Ok(TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, found))
        : Results.NotFound());

app.Run();
