window.YTD.direct_messages_group.part0 = [
  {"dmConversation": {"conversationId": "77", "messages": [
    {"joinConversation": {"initiatingUserId": "1001", "participantsSnapshot": ["1001", "2002", "3003"], "createdAt": "2026-03-02T08:00:00.000Z"}},
    {"messageCreate": {"reactions": [], "urls": [], "text": "Hi group", "mediaUrls": [], "senderId": "3003", "id": "600", "createdAt": "2026-03-02T08:01:00.000Z"}},
    {"participantsLeave": {"userIds": ["2002"], "createdAt": "2026-03-02T08:02:00.000Z"}},
    {"messageCreate": {"text": "from nobody"}}
  ]}},
  "odd", {"other": 1}
]
